import { InvalidArgumentError } from "commander";

/** Reads a regular expression, upper and lower case alike. Throws an InvalidArgumentError for what is none. */
export function readGrep(text: string): RegExp {
  try {
    return new RegExp(text, "i");
  } catch (error) {
    throw new InvalidArgumentError(`It is no regular expression: ${error instanceof Error ? error.message : ""}`);
  }
}
