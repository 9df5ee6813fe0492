import { randomText, type RandomBytes } from "./randomText.ts";
import { unambiguous } from "./unambiguous.ts";

/** Twelve characters out of 31, which makes 59 bits, in groups of four: `K7PX-2MQA-9TRD`. */
export function joinCode(random?: RandomBytes): string {
  return randomText(12, unambiguous, random).replace(/(.{4})(?=.)/g, "$1-");
}
