import { InvalidArgumentError } from "commander";

/** A reader of a whole number. It throws an InvalidArgumentError that says what may be given. */
export function readNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to) return Number(text);
    throw new InvalidArgumentError(`It is a whole number from ${from} to ${to}.`);
  };
}
