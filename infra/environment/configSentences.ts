import type { z } from "zod";

/**
 * What is wrong with a setting, as sentences with its path, its value and what is allowed. Values of secrets and of items
 * are not repeated.
 */
export function configSentences(issue: z.core.$ZodIssue): string[] {
  const { path, input, message } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `${settingPath([...path, key])} is no setting; allowed are ${message}.`);
  }
  if (input === undefined) return [`${settingPath(path)} is missing; needed is ${message}.`];
  const value = isConfidential(path) ? "wrong" : JSON.stringify(input);
  return [`${settingPath(path)} is ${value}; allowed is ${message}.`];
}

function isConfidential(path: readonly PropertyKey[]): boolean {
  return path.at(-1) === "secret" || path.at(-1) === "secretString" || path.includes("items");
}

/** The path of a setting as `pulumi config set --path` takes it, such as `keylab:users[0].userName`. */
function settingPath(path: readonly PropertyKey[]): string {
  const [first, ...others] = path;
  const rest = others.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return `keylab:${String(first)}${rest.join("")}`;
}
