import type { PolicyDocument, Statement } from "./policyDocument.ts";

/**
 * The policy that says who may assume a role.
 * Source: IAM User Guide, "Roles terms and concepts", on trust policies.
 *
 * @param principals ARNs of users, roles and accounts.
 * @param services service principals, such as `lambda.amazonaws.com`.
 */
export function trustPolicy(principals: readonly string[], services: readonly string[]): PolicyDocument {
  const allowed: Statement["Principal"][] = [];
  if (principals.length > 0) allowed.push({ AWS: principals });
  if (services.length > 0) allowed.push({ Service: services });
  return {
    Version: "2012-10-17",
    Statement: allowed.map((Principal) => ({ Effect: "Allow", Principal, Action: "sts:AssumeRole" })),
  };
}
