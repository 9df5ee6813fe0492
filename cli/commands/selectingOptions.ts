import { Option } from "commander";
import { readGrep } from "../select/readGrep.ts";

/** Which scenarios of all, beside their ids. */
export function selectingOptions(): Option[] {
  return [
    new Option("--grep <pattern>", "only scenarios whose id or title has it: a regular expression").argParser(readGrep),
    new Option("--area <area...>", "only scenarios of these areas, such as kms"),
    new Option("--workshop <workshop...>", "only scenarios of these workshops, such as W3"),
  ];
}
