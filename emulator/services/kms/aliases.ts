import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { findKeyByIdOrArn, requestedAlias } from "./findKey.ts";
import type { KmsKey } from "./kmsKey.ts";

/** Source: KMS Developer Guide, "Quotas". */
const maximumAliases = 50;

/** Throws what AWS answers for a name that customers cannot give: ValidationException or NotAuthorizedException. */
export function checkAliasName(name: string): void {
  if (!name.startsWith("alias/")) {
    throw new AwsError(
      "ValidationException",
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  }
  if (name.startsWith("alias/aws/")) throw new AwsError("NotAuthorizedException", "");
  if (!/^alias\/[a-zA-Z0-9/_-]+$/.test(name)) {
    throw new AwsError("ValidationException", `${name} contains invalid characters for an alias`);
  }
}

/** The key that an alias is to point to, by its id or ARN. Throws ValidationException for an alias. */
export function findTarget(context: CallContext, keyId: string): KmsKey {
  if (requestedAlias(keyId) !== undefined) {
    throw new AwsError("ValidationException", "Aliases must refer to keys. Not aliases");
  }
  return findKeyByIdOrArn(context, keyId);
}

/** Throws LimitExceededException for a key that cannot take another alias. */
export function requireRoomForAlias(key: KmsKey): void {
  if (key.aliasNames.size < maximumAliases) return;
  throw new AwsError("LimitExceededException", `The key ${key.arn} has ${maximumAliases} aliases already.`);
}

/**
 * Throws ValidationException for a key to which an alias cannot move from another: both must be symmetric or both not, and have
 * the same usage. Source: KMS API Reference, UpdateAlias, which names no error; class and message are not recorded anywhere.
 */
export function requireSameKind(current: KmsKey, target: KmsKey): void {
  if (current.usage === target.usage && isSymmetric(current) === isSymmetric(target)) return;
  throw new AwsError(
    "ValidationException",
    "The current and the new key of an alias must have the same type and usage.",
  );
}

function isSymmetric({ spec }: KmsKey): boolean {
  return spec === "SYMMETRIC_DEFAULT";
}
