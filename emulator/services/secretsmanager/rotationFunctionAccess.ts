import { AwsError } from "../../awsError.ts";
import type { NeededAccess } from "../../operation.ts";

/**
 * The permission on the function that rotates a secret, which its caller needs, too. Throws InvalidParameterException for what
 * is no ARN of a function; the message is not recorded anywhere. Source: Secrets Manager API Reference, RotateSecret.
 */
export function rotationFunctionAccess(lambdaArn: string): NeededAccess {
  const [, accountId] = /^arn:aws:lambda:[a-z0-9-]+:(\d{12}):function:[A-Za-z0-9_:$-]+$/.exec(lambdaArn) ?? [];
  if (accountId === undefined) {
    throw new AwsError(
      "InvalidParameterException",
      "RotationLambdaARN must be the ARN of a Lambda function: arn:aws:lambda:<region>:<account>:function:<name>.",
    );
  }
  return { action: "lambda:InvokeFunction", resource: { arn: lambdaArn, accountId, policyIsRequired: false } };
}
