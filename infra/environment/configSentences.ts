import type { z } from "zod";

import { settingPath } from "./settingPath.ts";
import { suggestion } from "./suggestion.ts";

/**
 * What is wrong with a setting, as sentences with its path, its value and what is allowed. Values of secrets and of items
 * are not repeated.
 */
export function configSentences(issue: z.core.$ZodIssue): string[] {
  const { path, input, message } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = message.replace(/^settings named /, "").split(", ");
    return issue.keys.map(
      (key) => `${settingPath([...path, key])} is no setting${suggestion(key, known)}; allowed are ${message}.`,
    );
  }
  if (input === undefined) return [`${settingPath(path)} is missing; needed is ${message}.`];
  const value = isConfidential(path) ? "wrong" : shown(input);
  const meant = issue.code === "invalid_value" ? suggestion(input, issue.values.map(String)) : "";
  return [`${settingPath(path)} is ${value}${meant}; allowed is ${message}.`];
}

/** A value as a sentence repeats it. What is within lists and settings may be confidential. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "settings by name" : JSON.stringify(value);
}

function isConfidential(path: readonly PropertyKey[]): boolean {
  return path.includes("secrets") ? path.at(-1) !== "secretName" : path.includes("items");
}
