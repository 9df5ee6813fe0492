import { readDuration } from "./readDuration.ts";

/** Reads a time or a range of times, `2s` or `200ms..2s`, in milliseconds; nothing for what is neither. */
export function readRange(text: string): { readonly from: number; readonly to: number } | undefined {
  const [first = "", second = first, ...more] = text.split("..");
  const [from, to] = [readDuration(first), readDuration(second)];
  return from === undefined || to === undefined || from > to || more.length > 0 ? undefined : { from, to };
}
