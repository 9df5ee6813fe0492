import type { RotateSecretCommandInput, RotateSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import { invoke } from "../../lambda/operations/invoke.ts";
import { beginRotation } from "../beginRotation.ts";
import { changeSecret } from "../changeSecret.ts";
import { locateSecret } from "../findSecret.ts";
import { rotationFunctionAccess } from "../rotationFunctionAccess.ts";
import { readSchedule } from "../rotationSchedule.ts";
import { current, pending, type Secret } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";
import { requireToken } from "../versions.ts";

type RotateSecretInput = Input<RotateSecretCommandInput>;

/**
 * Sets how a secret is to be rotated, and begins to rotate it, which goes on when the answer is there. With
 * `RotateImmediately: false` the schedule is kept, and its dates are told; AWS would run the function's step `testSecret` before,
 * which is left out.
 */
export const rotateSecret = operation<RotateSecretInput, Output<RotateSecretCommandOutput>>({
  service: "secretsmanager",
  name: "RotateSecret",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html",
  readOnly: false,
  unsupported: ["ExternalSecretRotationMetadata", "ExternalSecretRotationRoleArn"],
  access: (context, input) => {
    const lambdaArn = input.RotationLambdaARN ?? findRotationFunction(context, input.SecretId);
    const rotate = rotationAccess(context, input);
    return lambdaArn === undefined ? [rotate] : [rotate, rotationFunctionAccess(lambdaArn)];
  },
  run: (context, input) => {
    const token = requireToken(input.ClientRequestToken, "InvalidParameterException");
    if (input.RotationRules) readSchedule(input.RotationRules);
    return changeSecret(context, input.SecretId, async (secret) => {
      const lambdaArn = input.RotationLambdaARN ?? secret.rotation?.lambdaArn;
      // Source of the message: recorded answers.
      if (!lambdaArn) throw invalid("No Lambda rotation function ARN is associated with this secret.");
      const { instance, now } = context;
      const isAtOnce = input.RotateImmediately ?? true;
      if (isAtOnce) await checkFunction(context, secret, lambdaArn);
      if (isUnfinished(secret)) {
        if (isAtOnce) beginRotation(instance, secret, lambdaArn, () => token);
        // Source of the message: public transcripts (terraform-provider-aws, issue 35023).
        throw invalid("A previous rotation isn't complete. That rotation will be reattempted.");
      }
      const rules = input.RotationRules ?? secret.rotation?.rules;
      secret.rotation = { isEnabled: true, lambdaArn, rules, countedFrom: now };
      secret.lastChangedAt = now;
      const identity = { ARN: secret.arn, Name: secret.name };
      return isAtOnce ? { ...identity, VersionId: beginRotation(instance, secret, lambdaArn, () => token) } : identity;
    });
  },
});

/** A request that says nothing asks for a rotation at once. Source: Secrets Manager API Reference, `RotateImmediately`. */
function rotationAccess(context: CallContext, input: RotateSecretInput): NeededAccess {
  return secretAccess(context, "RotateSecret", input.SecretId, {
    "secretsmanager:ModifyRotationRules": input.RotationRules !== undefined,
    "secretsmanager:RotateImmediately": input.RotateImmediately ?? true,
    "secretsmanager:RotationLambdaARN": input.RotationLambdaARN,
  });
}

function findRotationFunction(context: CallContext, secretId: string): string | undefined {
  return locateSecret(context, secretId).secret?.rotation?.lambdaArn;
}

/** Source: Secrets Manager API Reference, RotateSecret. */
function isUnfinished(secret: Secret): boolean {
  const version = secret.staged(pending);
  return version !== undefined && version !== secret.staged(current);
}

/** Throws AccessDeniedException unless Secrets Manager may call the function for this secret. */
async function checkFunction(context: CallContext, { arn }: Secret, FunctionName: string): Promise<void> {
  try {
    await context.callAsService("secretsmanager", invoke, { FunctionName, InvocationType: "DryRun" }, arn);
  } catch (error) {
    if (error instanceof AwsError) throw cannotInvoke();
    throw error;
  }
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidRequestException", message);
}

/** Source: recorded answers. */
function cannotInvoke(): AwsError {
  return new AwsError(
    "AccessDeniedException",
    "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.",
  );
}
