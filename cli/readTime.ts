import { InvalidArgumentError } from "commander";
import { readDuration } from "./aws/readDuration.ts";

/** Reads how long something may take, in milliseconds. Throws an InvalidArgumentError that says how it is written. */
export function readTime(text: string): number {
  const milliseconds = readDuration(text);
  if (milliseconds !== undefined && milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError("A time is a whole number with its unit: 30s, 5m, 1h.");
}
