import type {
  StopReplicationToReplicaCommandInput,
  StopReplicationToReplicaCommandOutput,
} from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findLivingSecret } from "../findSecret.ts";
import { secretAccess } from "../secretAccess.ts";

/** Makes a replica a secret of its own; asked for in the region of the replica. */
export const stopReplicationToReplica = operation<
  Input<StopReplicationToReplicaCommandInput>,
  Output<StopReplicationToReplicaCommandOutput>
>({
  service: "secretsmanager",
  name: "StopReplicationToReplica",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_StopReplicationToReplica.html",
  readOnly: false,
  access: (context, { SecretId }) => [secretAccess(context, "StopReplicationToReplica", SecretId)],
  run: (context, { SecretId }) => {
    const secret = findLivingSecret(context, SecretId);
    if (!secret.primary) {
      // Not recorded anywhere.
      throw new AwsError(
        "InvalidParameterException",
        "Operation not permitted on a secret that is no replica. Call must be made in the replica secret's region.",
      );
    }
    secret.primary.replicas.delete(secret.region);
    secret.primary = undefined;
    return { ARN: secret.arn };
  },
});
