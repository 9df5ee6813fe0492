import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { findKey } from "../kms/findKey.ts";

/** The key that a request names, or `undefined` where it is `aws/secretsmanager`: empty, or its alias. */
export function customerKey(kmsKeyId: string | undefined): string | undefined {
  const isDefault = !kmsKeyId || /^(?:arn:aws:kms:[^:]*:\d{12}:)?alias\/aws\/secretsmanager$/.test(kmsKeyId);
  return isDefault ? undefined : kmsKeyId;
}

/**
 * The condition keys of a request that names a key: as it names it, and the ARN of the key that is meant. There is no ARN
 * for a key that does not exist, nor for `aws/secretsmanager`, which may not exist yet: AWS documents neither case.
 */
export function keyConditions(context: CallContext, kmsKeyId: string | undefined): ConditionValues {
  const named = customerKey(kmsKeyId);
  return {
    "secretsmanager:KmsKeyId": kmsKeyId,
    "secretsmanager:KmsKeyArn": named === undefined ? undefined : arnOf(context, named),
  };
}

function arnOf(context: CallContext, kmsKeyId: string): string | undefined {
  try {
    return findKey(context, kmsKeyId).arn;
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}
