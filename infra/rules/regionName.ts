import type { Rule } from "./rule.ts";

/** The name of a region. Source: AWS General Reference, "AWS service endpoints". */
export const regionName: Rule<string> = {
  allowed: "the name of a region, such as eu-west-1",
  accepts: (name) => /^[a-z]{2,3}(-[a-z]+)+-\d$/.test(name),
};
