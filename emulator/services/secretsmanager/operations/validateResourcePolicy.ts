import type {
  ValidateResourcePolicyCommandInput,
  ValidateResourcePolicyCommandOutput,
  ValidationErrorsEntry,
} from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { findLivingSecret } from "../findSecret.ts";
import { locksOut, lockout } from "../lockout.ts";
import { isPublic } from "../../../authorization/isPublic.ts";
import { broadAccess, readResourcePolicy } from "../resourcePolicy.ts";
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
    // Both are needed. Source: Secrets Manager API Reference, ValidateResourcePolicy, "Required permissions".
    ["ValidateResourcePolicy", "PutResourcePolicy"].map((name) =>
      SecretId === undefined
        ? { action: `secretsmanager:${name}`, resource: anySecret(context) }
        : secretAccess(context, name, SecretId),
    ),
  run: (context, { SecretId, ResourcePolicy }) => {
    if (SecretId !== undefined) findLivingSecret(context, SecretId);
    const ValidationErrors = findings(context, ResourcePolicy, SecretId);
    return { PolicyValidationPassed: ValidationErrors.length === 0, ValidationErrors };
  },
});

/** Without a secret the question is about none in particular. */
function anySecret({ accountId, region }: CallContext) {
  return { arn: `arn:aws:secretsmanager:${region}:${accountId}:secret:*`, accountId, policyIsRequired: false };
}

/**
 * AWS makes these three checks. Source: Secrets Manager API Reference, ValidateResourcePolicy. What it calls them, and its
 * messages, are not recorded anywhere.
 */
function findings(context: CallContext, text: string, secretId: string | undefined): ValidationErrorsEntry[] {
  try {
    const policy = readResourcePolicy(context, text);
    const found: ValidationErrorsEntry[] = [];
    if (isPublic(policy)) found.push({ CheckName: "PUBLIC_POLICY", ErrorMessage: broadAccess });
    if (secretId !== undefined && locksOut(context, secretId, policy)) {
      found.push({ CheckName: "LOCKOUT_POLICY", ErrorMessage: lockout });
    }
    return found;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return [{ CheckName: "MALFORMED_POLICY", ErrorMessage: error.message }];
  }
}
