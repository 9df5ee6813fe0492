import { durationUnits } from "./durationUnits.ts";

/** Reads a time such as `200ms`, `36h` or `7d`, in milliseconds; nothing for what is none. */
export function readDuration(text: string): number | undefined {
  const [, count = "", unit = ""] = /^(\d{1,6})(ms|s|m|h|d)$/.exec(text) ?? [];
  const factor = durationUnits[unit];
  return factor === undefined ? undefined : Number(count) * factor;
}
