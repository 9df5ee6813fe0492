import { durationText } from "./durationText.ts";

/** A range of times: `200ms to 2s`, or `1m` where both ends are the same. */
export function rangeText({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? durationText(from) : `${durationText(from)} to ${durationText(to)}`;
}
