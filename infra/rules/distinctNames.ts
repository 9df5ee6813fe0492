import type { Rule } from "./rule.ts";

/** The names of users. IAM does not tell "Anna" from "anna" (IAM API Reference, CreateUser). */
export const distinctNames: Rule<readonly string[]> = {
  allowed: "names that differ from one another in more than upper and lower case",
  accepts: (names) => new Set(names.map((name) => name.toLowerCase())).size === names.length,
};
