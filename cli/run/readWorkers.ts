import { InvalidArgumentError } from "commander";

/** Reads how many scenarios run at a time. Throws an InvalidArgumentError that says what may be given. */
export function readWorkers(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("The number of workers is a whole number from 1 to 99.");
}
