import type { Rule } from "./rule.ts";

/** The partition keys of a table's items. DynamoDB takes no empty one, and one item an id. */
export const distinctIds: Rule<readonly string[]> = {
  allowed: "ids that are not empty and differ from one another",
  accepts: (ids) => !ids.includes("") && new Set(ids).size === ids.length,
};
