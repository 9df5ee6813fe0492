import type {
  ValidateResourcePolicyCommandInput,
  ValidateResourcePolicyCommandOutput,
} from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { findLivingSecret } from "../findSecret.ts";
import { broadAccess, isPublic, readResourcePolicy } from "../resourcePolicy.ts";
import { secretAccess } from "../secretAccess.ts";

/** Tells whether a secret could have a resource policy: whether it can be read, and whether it lets everyone in. */
export const validateResourcePolicy = operation<
  Input<ValidateResourcePolicyCommandInput>,
  Output<ValidateResourcePolicyCommandOutput>
>({
  service: "secretsmanager",
  name: "ValidateResourcePolicy",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html",
  readOnly: true,
  access: (context, { SecretId }) =>
    SecretId === undefined
      ? [{ action: "secretsmanager:ValidateResourcePolicy", resource: anySecret(context) }]
      : [secretAccess(context, "ValidateResourcePolicy", SecretId)],
  run: (context, { SecretId, ResourcePolicy }) => {
    if (SecretId !== undefined) findLivingSecret(context, SecretId);
    const ValidationErrors = findings(context, ResourcePolicy);
    return { PolicyValidationPassed: ValidationErrors.length === 0, ValidationErrors };
  },
});

/** Without a secret the question is about none in particular. */
function anySecret({ accountId, region }: CallContext) {
  return { arn: `arn:aws:secretsmanager:${region}:${accountId}:secret:*`, accountId, policyIsRequired: false };
}

function findings(context: CallContext, text: string): { CheckName: string; ErrorMessage: string }[] {
  try {
    const policy = readResourcePolicy(context, text);
    return isPublic(policy) ? [{ CheckName: "PUBLIC_POLICY", ErrorMessage: broadAccess }] : [];
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return [{ CheckName: "MALFORMED_POLICY", ErrorMessage: error.message }];
  }
}
