import type { CancelRotateSecretCommandInput, CancelRotateSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { secretAccess } from "../secretAccess.ts";

/** Turns rotation off; how it was configured is kept. Labels stay where they are. */
export const cancelRotateSecret = operation<
  Input<CancelRotateSecretCommandInput>,
  Output<CancelRotateSecretCommandOutput>
>({
  service: "secretsmanager",
  name: "CancelRotateSecret",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CancelRotateSecret.html",
  readOnly: false,
  access: (context, { SecretId }) => [secretAccess(context, "CancelRotateSecret", SecretId)],
  run: (context, { SecretId }) =>
    changeSecret(context, SecretId, (secret) => {
      if (!secret.rotation) {
        // The answer to RotateSecret for such a secret; what AWS says here is not recorded anywhere.
        throw new AwsError(
          "InvalidRequestException",
          "No Lambda rotation function ARN is associated with this secret.",
        );
      }
      secret.rotation = { ...secret.rotation, isEnabled: false };
      secret.lastChangedAt = context.now;
      return { ARN: secret.arn, Name: secret.name };
    }),
});
