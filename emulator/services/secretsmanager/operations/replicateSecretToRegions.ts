import type {
  ReplicaRegionType,
  ReplicateSecretToRegionsCommandInput,
  ReplicateSecretToRegionsCommandOutput,
} from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { begunReplicas } from "../replica.ts";
import { checkReplicaRegions, replicaConditions } from "../replicaRegions.ts";
import { removeReplica, replicate } from "../replication.ts";
import type { Secret } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";

/** Makes replicas of a secret in other regions; one that failed is made anew. */
export const replicateSecretToRegions = operation<
  Input<ReplicateSecretToRegionsCommandInput>,
  Output<ReplicateSecretToRegionsCommandOutput>
>({
  service: "secretsmanager",
  name: "ReplicateSecretToRegions",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html",
  readOnly: false,
  access: (context, { SecretId, AddReplicaRegions, ForceOverwriteReplicaSecret }) => [
    secretAccess(context, "ReplicateSecretToRegions", SecretId, {
      ...replicaConditions(AddReplicaRegions),
      "secretsmanager:ForceOverwriteReplicaSecret": ForceOverwriteReplicaSecret,
    }),
  ],
  run: (context, { SecretId, AddReplicaRegions: regions, ForceOverwriteReplicaSecret = false }) =>
    changeSecret(context, SecretId, async (secret) => {
      checkReplicaRegions(regions, secret.region);
      removeFailed(context, secret, regions);
      await replicate(context, secret, regions, ForceOverwriteReplicaSecret);
      return { ARN: secret.arn, ReplicationStatus: begunReplicas(secret, regions) };
    }),
});

/** Throws for a replica that has not failed; the message is not recorded anywhere. */
function removeFailed(context: CallContext, secret: Secret, regions: readonly ReplicaRegionType[]): void {
  const known = regions.flatMap(({ Region = "" }) => secret.replicas.get(Region) ?? []);
  for (const { copy, status } of known) {
    if (status === "Failed") continue;
    throw new AwsError("InvalidParameterException", `The secret is already replicated to ${copy.region}.`);
  }
  for (const replica of known) removeReplica(context, secret, replica);
}
