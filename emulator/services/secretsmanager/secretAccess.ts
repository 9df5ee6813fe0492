import { tagConditions } from "../../authorization/conditions/tagConditions.ts";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { locateSecret } from "./findSecret.ts";

/**
 * The permission that an operation on a secret needs. A refusal names a secret that does not exist as the caller did.
 * Source of the condition keys: Service Authorization Reference, "AWS Secrets Manager".
 */
export function secretAccess(
  context: CallContext,
  operationName: string,
  secretId: string,
  conditions: ConditionValues = {},
): NeededAccess {
  const { arn, accountId, secret } = locateSecret(context, secretId);
  return {
    action: `secretsmanager:${operationName}`,
    resource: {
      arn,
      accountId,
      shownAs: secret ? arn : secretId,
      policy: secret?.resourcePolicy && { name: "resource policy", policy: secret.resourcePolicy },
      policyIsRequired: false,
      tags: secret?.tags,
    },
    conditions: {
      "secretsmanager:SecretId": secretId,
      "secretsmanager:SecretPrimaryRegion": secret?.primaryRegion,
      "secretsmanager:resource/AllowRotationLambdaArn": secret?.rotation?.lambdaArn,
      ...tagConditions("secretsmanager:ResourceTag/", secret?.tags),
      ...conditions,
    },
  };
}
