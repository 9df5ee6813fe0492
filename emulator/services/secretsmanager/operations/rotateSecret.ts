import type { RotateSecretCommandInput, RotateSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { locateSecret } from "../findSecret.ts";
import { rotationFunctionAccess } from "../rotationFunctionAccess.ts";
import { readSchedule } from "../rotationSchedule.ts";
import { current, pending, type Secret } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";
import { requireToken } from "../versions.ts";

type RotateSecretInput = Input<RotateSecretCommandInput>;

/**
 * Sets how a secret is to be rotated. There are no Lambda functions here: a rotation at once ends as it does with AWS where
 * the function cannot be invoked. With `RotateImmediately: false` the schedule is kept, and its dates are told; AWS would run
 * the function's step `testSecret` before, which is left out.
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
    requireToken(input.ClientRequestToken, "InvalidParameterException");
    if (input.RotationRules) readSchedule(input.RotationRules);
    return changeSecret(context, input.SecretId, (secret) => {
      const lambdaArn = input.RotationLambdaARN ?? secret.rotation?.lambdaArn;
      // Source of the message: recorded answers.
      if (!lambdaArn) throw invalid("No Lambda rotation function ARN is associated with this secret.");
      checkNoneIsPending(secret);
      if (input.RotateImmediately ?? true) throw cannotInvoke();
      const rules = input.RotationRules ?? secret.rotation?.rules;
      secret.rotation = { isEnabled: true, lambdaArn, rules, countedFrom: context.now };
      secret.lastChangedAt = context.now;
      return { ARN: secret.arn, Name: secret.name };
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

/** Source: Secrets Manager API Reference, RotateSecret; of the message: public transcripts (terraform-provider-aws, issue 35023). */
function checkNoneIsPending(secret: Secret): void {
  const version = secret.staged(pending);
  if (!version || version === secret.staged(current)) return;
  throw invalid("A previous rotation isn't complete. That rotation will be reattempted.");
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
