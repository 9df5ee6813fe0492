import type {
  RemoveRegionsFromReplicationCommandInput,
  RemoveRegionsFromReplicationCommandOutput,
} from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { begunReplicas } from "../replica.ts";
import { removeReplica } from "../replication.ts";
import { secretAccess } from "../secretAccess.ts";

/** Deletes replicas of a secret, at once. */
export const removeRegionsFromReplication = operation<
  Input<RemoveRegionsFromReplicationCommandInput>,
  Output<RemoveRegionsFromReplicationCommandOutput>
>({
  service: "secretsmanager",
  name: "RemoveRegionsFromReplication",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RemoveRegionsFromReplication.html",
  readOnly: false,
  access: (context, { SecretId }) => [secretAccess(context, "RemoveRegionsFromReplication", SecretId)],
  run: (context, { SecretId, RemoveReplicaRegions }) =>
    changeSecret(context, SecretId, (secret) => {
      const stranger = RemoveReplicaRegions.find((region) => !secret.replicas.has(region));
      if (stranger !== undefined) {
        // Not recorded anywhere.
        throw new AwsError("InvalidParameterException", `The secret is not replicated to ${stranger}.`);
      }
      for (const region of RemoveReplicaRegions) {
        const replica = secret.replicas.get(region);
        if (replica) removeReplica(context, secret, replica);
      }
      return { ARN: secret.arn, ReplicationStatus: begunReplicas(secret, []) };
    }),
});
