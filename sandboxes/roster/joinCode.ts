import { randomText, type RandomBytes } from "./randomText.ts";

/** Without 0 and O, and without 1, I and L: people read codes to each other. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Twelve characters out of 31, which makes 59 bits, in groups of four: `K7PX-2MQA-9TRD`. */
export function joinCode(random?: RandomBytes): string {
  return randomText(12, alphabet, random).replace(/(.{4})(?=.)/g, "$1-");
}
