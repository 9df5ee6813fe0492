import type { Placeholders } from "./placeholders.ts";
import { shellWord } from "./shellWord.ts";
import type { AwsCommand, Kept, OptionValue, Step } from "./step.ts";

/** In characters. Beyond it every option has a line of its own. */
const lineWidth = 100;

/** A step as lines of shell. `profile` names whose credentials the AWS CLI uses; absent: the administrator's. */
export function shellLines(step: Step, placeholders: Placeholders, profile?: string): string[] {
  if (typeof step === "string") return step.split("\n");
  const { into, outfile } = step;
  const query = into && ["--query", shellWord(into.query, placeholders), "--output text"].join(" ");
  const options = optionWords({ ...step.options, profile }, placeholders);
  const words = [
    `aws ${step.operation}`,
    ...options,
    ...(query === undefined ? [] : [query]),
    ...(outfile === undefined ? [] : [shellWord(outfile, placeholders)]),
  ];
  const joined = words.join(" ");
  const command = joined.length > lineWidth ? words.join(" \\\n  ") : joined;
  return kept(command, into).split("\n");
}

function kept(command: string, into: Kept | undefined): string {
  if (into === undefined) return command;
  if ("variable" in into) return `${into.variable}=$(${command})`;
  return `${command} | base64 --decode > "$FOLDER/${into.file}"`;
}

function optionWords(options: AwsCommand["options"], placeholders: Placeholders): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [`--${name}`];
    return [[`--${name}`, ...texts(value).map((text) => shellWord(text, placeholders))].join(" ")];
  });
}

function texts(value: Exclude<OptionValue, boolean | undefined>): readonly string[] {
  if (typeof value !== "object") return [String(value)];
  return isList(value) ? value : [JSON.stringify(value)];
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
