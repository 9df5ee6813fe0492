import type { RestoreSecretCommandInput, RestoreSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findSecret } from "../findSecret.ts";
import { refuseReplica } from "../refuseReplica.ts";
import { secretAccess } from "../secretAccess.ts";

/** Cancels the scheduled deletion of a secret. */
export const restoreSecret = operation<Input<RestoreSecretCommandInput>, Output<RestoreSecretCommandOutput>>({
  service: "secretsmanager",
  name: "RestoreSecret",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RestoreSecret.html",
  readOnly: false,
  access: (context, { SecretId }) => [secretAccess(context, "RestoreSecret", SecretId)],
  run: (context, { SecretId }) => {
    const secret = findSecret(context, SecretId);
    refuseReplica(secret);
    delete secret.deletionDate;
    secret.lastChangedAt = context.now;
    return { ARN: secret.arn, Name: secret.name };
  },
});
