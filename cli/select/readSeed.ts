import { InvalidArgumentError } from "commander";

/** Reads the seed of an order. Throws an InvalidArgumentError that says what one is. */
export function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("A seed is a whole number of at most nine digits.");
}
