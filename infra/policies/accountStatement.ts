import type { Statement } from "./policyDocument.ts";

/**
 * The first statement of both default key policies. It lets the account's IAM policies decide about the key
 * (delegation); by itself it gives nobody but the account's root user anything.
 *
 * @param accountRoot the root ARN of the key's account.
 */
export function accountStatement(accountRoot: string): Statement {
  return {
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: { AWS: accountRoot },
    Action: "kms:*",
    Resource: "*",
  };
}
