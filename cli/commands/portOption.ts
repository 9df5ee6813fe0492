import { InvalidArgumentError, Option } from "commander";
import { defaultPort } from "../aws/defaults.ts";

/** `--port`, by default that of `keylab aws start`. */
export function portOption(description: string): Option {
  return new Option("--port <number>", description).default(defaultPort).argParser(readPort);
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
}
