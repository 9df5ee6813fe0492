import type { Found } from "../../runner/inventory/found.ts";
import type { Site } from "../places/site.ts";

/**
 * Something as it is named from another account, so that nothing of the caller's own can be meant. Nothing for what cannot be named so:
 * IAM, for example, takes names of the caller's own account alone.
 */
export function abroad(
  found: Found,
  { partition, accountId }: Pick<Site, "partition" | "accountId">,
): Found | undefined {
  if (found.kind === "table") {
    // Source: DynamoDB Developer Guide, "Cross-account access with resource-based policies".
    return { ...found, id: `arn:${partition}:dynamodb:${found.region}:${accountId}:table/${found.id}` };
  }
  return named.has(found.kind) ? found : undefined;
}

/** Their ids are ARNs, or are there once in the world; of roles, the ARN is asked for. */
const named: ReadonlySet<Found["kind"]> = new Set<Found["kind"]>(["key", "secret", "role", "bucket"]);

/**
 * Operations that AWS lets be allowed to other accounts: only of these a refusal says that it was not allowed. Sources: KMS Developer
 * Guide, "AWS KMS permissions", column "Cross-account use"; Secrets Manager User Guide, "Access AWS Secrets Manager secrets from a
 * different account"; IAM User Guide, "Cross account resource access in IAM".
 */
export const crossingActions: ReadonlySet<string> = new Set([
  "dynamodb:DescribeTable",
  "dynamodb:GetItem",
  "dynamodb:UpdateItem",
  "secretsmanager:GetSecretValue",
  "secretsmanager:RestoreSecret",
  "secretsmanager:UntagResource",
  "kms:CreateGrant",
  "kms:Encrypt",
  "kms:ListGrants",
  "kms:RevokeGrant",
  "s3:GetBucketPolicy",
  "s3:GetObject",
  "s3:ListBucket",
  "sts:AssumeRole",
]);
