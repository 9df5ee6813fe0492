import type { PutSecretValueCommandInput, PutSecretValueCommandOutput } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { listedStages } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";
import { givenValue } from "../secretValue.ts";
import { addVersion, madeBefore, requireToken } from "../versions.ts";

/** Adds a version to a secret, encrypted as the caller. A repeated request with the same token changes nothing. */
export const putSecretValue = operation<Input<PutSecretValueCommandInput>, Output<PutSecretValueCommandOutput>>({
  service: "secretsmanager",
  name: "PutSecretValue",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html",
  readOnly: false,
  unsupported: ["RotationToken"],
  access: (context, { SecretId }) => [secretAccess(context, "PutSecretValue", SecretId)],
  run: (context, input) => {
    const token = requireToken(input.ClientRequestToken);
    const value = givenValue(input);
    if (!value) {
      throw new AwsError("InvalidRequestException", "You must provide either SecretString or SecretBinary.");
    }
    return changeSecret(context, input.SecretId, async (secret) => {
      const version =
        (await madeBefore(context, secret, token, value)) ??
        (await addVersion(context, secret, token, value, input.VersionStages));
      return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: listedStages(version) };
    });
  },
});
