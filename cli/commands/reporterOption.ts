import { Option } from "commander";
import { readReporter } from "../run/readReporter.ts";

/** `--reporter`, which may be given several times. */
export function reporterOption(description: string): Option {
  return new Option("--reporter <name[=file]>", description).argParser(readReporter);
}
