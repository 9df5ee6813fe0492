import type { Policy, Statement } from "./policy.ts";

/** Conditions on these keep a statement for everyone from being public. Source: S3 User Guide, "The meaning of public". */
const restrictingKeys: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
]);

/** Whether a policy lets everyone in, without a condition that says who. */
export function isPublic({ statements }: Policy): boolean {
  return statements.some(
    (statement) =>
      statement.effect === "Allow" &&
      namesEveryone(statement) &&
      !statement.conditions.some(({ key }) => restrictingKeys.has(key)),
  );
}

function namesEveryone({ principals, principalsAreExcluded }: Statement): boolean {
  return principalsAreExcluded || principals.some(({ kind }) => kind === "everyone");
}
