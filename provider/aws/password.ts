import { randomInt } from "node:crypto";

const CLASSES = ["abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "!@#$%^&*()_+-=[]{}|'"];

/**
 * A random password with a character of each of IAM's four classes, which the strictest password policy asks for.
 * A password that lacks one is thrown away as a whole, so that every acceptable password is equally likely.
 */
export function randomPassword(length: number): string {
  const alphabet = CLASSES.join("");
  for (;;) {
    const password = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length)));
    if (CLASSES.every((characters) => password.some((character) => characters.includes(character)))) {
      return password.join("");
    }
  }
}
