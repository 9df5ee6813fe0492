import { randomInt } from "node:crypto";

const characters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_.";

/** A password of 32 characters that no shell and no URL reads as anything else: about 188 bits. */
export function generatePassword(): string {
  return Array.from({ length: 32 }, () => characters.charAt(randomInt(characters.length))).join("");
}
