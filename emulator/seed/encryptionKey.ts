import type { References } from "./references.ts";
import { SeedError } from "./seedError.ts";

/**
 * The ARN of the key that something is to be encrypted under; nothing for `aws-managed`, the service's own in the account.
 * Throws a SeedError for a name that no key of the seed has.
 */
export function encryptionKey(
  stated: string,
  accountId: string,
  path: readonly (string | number)[],
  references: References,
): string | undefined {
  if (stated === "aws-managed") return undefined;
  if (stated.startsWith("arn:")) return stated;
  const arn = references.find("key", accountId, stated);
  if (arn !== undefined) return arn;
  throw new SeedError(
    path,
    `The account has no key ${stated} in this seed. Name one of its keys, or the ARN of another.`,
  );
}
