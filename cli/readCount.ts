import { InvalidArgumentError } from "commander";

/** A reader of how often or how many at a time. It throws an InvalidArgumentError that says what may be given. */
export function readCount(from: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,2}$/.test(text) && Number(text) >= from) return Number(text);
    throw new InvalidArgumentError(`It is a whole number from ${from} to 99.`);
  };
}
