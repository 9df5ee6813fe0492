import type { RandomSource } from "../../randomSource.ts";

/** The id of a new volume or snapshot: 17 hexadecimal digits, of which AWS begins with a zero. */
export function newId(random: RandomSource, prefix: "vol" | "snap"): string {
  return `${prefix}-0${random.bytes(8).toString("hex")}`;
}
