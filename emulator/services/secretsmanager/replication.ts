import type { ReplicaRegionType } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { validateKeyOfReplica } from "./dataKeys.ts";
import { copyTo } from "./encryption.ts";
import { customerKey } from "./kmsKeyId.ts";
import type { Replica } from "./replica.ts";
import { Secret, type SecretVersion } from "./secret.ts";

/**
 * Makes replicas of a secret in other regions; as the caller, whose permissions on the keys of both regions count. What
 * hinders a replica becomes its status, as with AWS. Source: Secrets Manager User Guide, "Troubleshoot replication".
 */
export async function replicate(
  context: CallContext,
  secret: Secret,
  regions: readonly ReplicaRegionType[],
  overwrite: boolean,
): Promise<void> {
  for (const { Region: region = "", KmsKeyId } of regions) {
    const replica: Replica = { copy: newCopy(secret, region, customerKey(KmsKeyId)), status: "InSync" };
    secret.replicas.set(region, replica);
    await attempt(replica, async () => {
      place(context, replica.copy, overwrite);
      if (replica.copy.kmsKeyId) await validateKeyOfReplica(context, replica.copy.arn, replica.copy.kmsKeyId);
      await bringInLine(context, secret, replica.copy);
    });
    removeUseless(context, replica);
  }
}

/**
 * Makes the replicas of a secret as the secret is now. Those that failed from the start are left alone until they are asked
 * for again; others keep what they have where the caller may not use the keys.
 */
export async function synchronize(context: CallContext, secret: Secret): Promise<void> {
  for (const replica of secret.replicas.values()) {
    if (!isPlaced(context, replica.copy)) continue;
    await attempt(replica, () => bringInLine(context, secret, replica.copy));
  }
}

/** Deletes a replica, or what is known of one that failed. A replica is deleted at once. */
export function removeReplica(context: CallContext, secret: Secret, { copy }: Replica): void {
  if (isPlaced(context, copy)) storeOf(context, copy).remove(copy);
  secret.replicas.delete(copy.region);
}

/** A replica has the ARN of its primary secret, but for the region. */
function newCopy(primary: Secret, region: string, kmsKeyId: string | undefined): Secret {
  const { name, accountId, createdAt } = primary;
  const copy = new Secret({ arn: primary.arn.replace(primary.region, region), name, accountId, createdAt });
  copy.primary = primary;
  copy.kmsKeyId = kmsKeyId;
  return copy;
}

async function attempt(replica: Replica, act: () => Promise<void>): Promise<void> {
  try {
    await act();
    replica.status = "InSync";
    replica.statusMessage = undefined;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    replica.status = "Failed";
    replica.statusMessage = `Replication failed: ${error.message}`;
  }
}

/** Source of the messages: public transcripts. That a replicated namesake is never overwritten: the same. */
function place(context: CallContext, copy: Secret, overwrite: boolean): void {
  const { name, region } = copy;
  const namesake = storeOf(context, copy).named(name);
  if (namesake?.primaryRegion !== undefined) {
    throw new AwsError(
      "ResourceExistsException",
      `Secret name ${name} is currently replicated to ${region} with a different arn.`,
    );
  }
  if (namesake && !overwrite) {
    throw new AwsError("ResourceExistsException", `Secret name ${name} already exists in region ${region}.`);
  }
  if (namesake) storeOf(context, copy).remove(namesake);
  storeOf(context, copy).add(copy);
}

/** All that a replica shares with its primary secret; keys and times of access are its own. */
async function bringInLine(context: CallContext, secret: Secret, copy: Secret): Promise<void> {
  copy.description = secret.description;
  copy.tags = secret.tags;
  copy.resourcePolicy = secret.resourcePolicy;
  copy.lastChangedAt = secret.lastChangedAt;
  for (const version of secret.versions.values()) {
    if (version.stages.size === 0 || copy.versions.has(version.id)) continue;
    copy.versions.set(version.id, await copiedVersion(context, secret, copy, version));
  }
  for (const { id, stages } of copy.versions.values()) {
    const original = secret.versions.get(id);
    if (!original) copy.versions.delete(id);
    stages.clear();
    for (const stage of original?.stages ?? []) stages.add(stage);
  }
}

async function copiedVersion(
  context: CallContext,
  secret: Secret,
  copy: Secret,
  { id, createdAt, value }: SecretVersion,
): Promise<SecretVersion> {
  const from = { secretArn: secret.arn, versionId: id };
  const to = { secretArn: copy.arn, versionId: id };
  if (!value) return { id, createdAt, stages: new Set() };
  return { id, createdAt, stages: new Set(), value: await copyTo(context, from, to, copy.kmsKeyId, value) };
}

/** Source: Secrets Manager User Guide, "Troubleshoot replication": without usable versions there is no replica. */
function removeUseless(context: CallContext, { copy, status }: Replica): void {
  if (status === "Failed" && copy.versions.size === 0 && isPlaced(context, copy)) storeOf(context, copy).remove(copy);
}

function isPlaced(context: CallContext, copy: Secret): boolean {
  return storeOf(context, copy).named(copy.name) === copy;
}

function storeOf({ instance }: CallContext, { accountId, region }: Secret) {
  return instance.region(accountId, region).secretsmanager;
}
