import { randomBytes } from "node:crypto";

/** As many random bytes as it is asked for. */
export type RandomBytes = (count: number) => Uint8Array;

/** Characters of an alphabet, each as likely as any other and none told by those before. */
export function randomText(length: number, alphabet: string, random: RandomBytes = randomBytes): string {
  // A byte above the last whole multiple would make the first characters of the alphabet likelier.
  const limit = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of random(length - text.length)) {
      if (byte < limit) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}
