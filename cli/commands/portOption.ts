import { Option } from "commander";
import { defaultPort } from "../aws/defaults.ts";
import { readPort } from "../readPort.ts";

/** `--port`, with the port that `keylab aws start` takes where none is given. */
export function portOption(description: string): Option {
  return new Option("--port <number>", description).default(defaultPort).argParser(readPort);
}
