import { GetTrailCommand, paginateListTrails } from "@aws-sdk/client-cloudtrail";
import { paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeTableCommand, paginateListTables } from "@aws-sdk/client-dynamodb";
import { paginateDescribeSnapshots, paginateDescribeVolumes } from "@aws-sdk/client-ec2";
import { paginateListAliases, paginateListGrants } from "@aws-sdk/client-kms";
import { paginateListFunctions } from "@aws-sdk/client-lambda";
import { GetBucketEncryptionCommand, paginateListBuckets } from "@aws-sdk/client-s3";
import { paginateListSecrets } from "@aws-sdk/client-secrets-manager";
import type { Session } from "../scenarios/contract/session.ts";
import { collect } from "./inventory/collect.ts";
import { isGone } from "./isGone.ts";
import { unlessLacking } from "./isLacking.ts";
import { readRefusal } from "./readRefusal.ts";

/** Each tells what of its kind is encrypted under a key, or may use it. */
const kinds = [tables, secrets, buckets, volumes, snapshots, functions, trails, logGroups, grants] as const;

/**
 * What would be lost, or stop, with a key: tables, secrets, buckets, volumes, snapshots, functions, trails and log groups that are
 * encrypted under it, by ARN or as the inventory has them, and grants to others than AWS's services. What KMS hides is not among
 * them, nor is what an endpoint does not have.
 */
export async function keyUsers(session: Session, arn: string): Promise<string[]> {
  const all = new Set([arn, arn.slice(arn.lastIndexOf("/") + 1), ...(await aliases(session, arn))]);
  const lists = await Promise.all(
    kinds.map((list) => unlessLacking(list(session, (name) => name !== undefined && all.has(name), arn))),
  );
  return lists.flat();
}

/** Whether something is the name of the key. */
type IsKey = (name: string | undefined) => boolean;

/** Others may name the key by them. */
async function aliases({ kms: client }: Session, KeyId: string): Promise<string[]> {
  const list = collect(paginateListAliases({ client }, { KeyId }), (page) =>
    page.Aliases?.flatMap(({ AliasName, AliasArn }) => [AliasName, AliasArn]),
  );
  return (await unlessGone(list)) ?? [];
}

async function tables({ dynamodb: client }: Session, isKey: IsKey): Promise<string[]> {
  const names = await collect(paginateListTables({ client }, {}), (page) => page.TableNames);
  const described = await Promise.all(
    names.map(async (TableName) => unlessGone(client.send(new DescribeTableCommand({ TableName })))),
  );
  return described.flatMap((answer) =>
    isKey(answer?.Table?.SSEDescription?.KMSMasterKeyArn) ? `table/${answer?.Table?.TableName ?? ""}` : [],
  );
}

async function secrets({ secretsmanager: client }: Session, isKey: IsKey): Promise<string[]> {
  return collect(paginateListSecrets({ client }, { IncludePlannedDeletion: true }), (page) =>
    page.SecretList?.map(({ ARN, KmsKeyId }) => (isKey(KmsKeyId) ? ARN : undefined)),
  );
}

async function buckets({ s3: client }: Session, isKey: IsKey): Promise<string[]> {
  const names = await collect(paginateListBuckets({ client }, {}), (page) => page.Buckets?.map(({ Name }) => Name));
  const described = await Promise.all(
    names.map(async (Bucket) => ({
      Bucket,
      answer: await unlessGone(client.send(new GetBucketEncryptionCommand({ Bucket }))),
    })),
  );
  const uses = ({ answer }: (typeof described)[number]) =>
    answer?.ServerSideEncryptionConfiguration?.Rules?.some(({ ApplyServerSideEncryptionByDefault: rule }) =>
      isKey(rule?.KMSMasterKeyID),
    );
  return described.filter(uses).map(({ Bucket }) => `bucket/${Bucket}`);
}

async function volumes({ ec2: client }: Session, isKey: IsKey): Promise<string[]> {
  return collect(paginateDescribeVolumes({ client }, {}), (page) =>
    page.Volumes?.map(({ KmsKeyId, VolumeId = "" }) => (isKey(KmsKeyId) ? `volume/${VolumeId}` : undefined)),
  );
}

async function snapshots({ ec2: client }: Session, isKey: IsKey): Promise<string[]> {
  return collect(paginateDescribeSnapshots({ client }, { OwnerIds: ["self"] }), (page) =>
    page.Snapshots?.map(({ KmsKeyId, SnapshotId = "" }) => (isKey(KmsKeyId) ? `snapshot/${SnapshotId}` : undefined)),
  );
}

async function functions({ lambda: client }: Session, isKey: IsKey): Promise<string[]> {
  return collect(paginateListFunctions({ client }, {}), (page) =>
    page.Functions?.map(({ FunctionArn, KMSKeyArn }) => (isKey(KMSKeyArn) ? FunctionArn : undefined)),
  );
}

async function trails({ cloudtrail: client }: Session, isKey: IsKey): Promise<string[]> {
  const names = await collect(paginateListTrails({ client }, {}), (page) =>
    page.Trails?.map(({ TrailARN }) => TrailARN),
  );
  const described = await Promise.all(names.map((Name) => unlessGone(client.send(new GetTrailCommand({ Name })))));
  return described.flatMap((answer) => (isKey(answer?.Trail?.KmsKeyId) ? (answer?.Trail?.TrailARN ?? []) : []));
}

async function logGroups({ logs: client }: Session, isKey: IsKey): Promise<string[]> {
  return collect(paginateDescribeLogGroups({ client }, {}), (page) =>
    page.logGroups?.map(({ arn, kmsKeyId }) => (isKey(kmsKeyId) ? arn : undefined)),
  );
}

/** Grants to AWS's services belong to tables and volumes, which are listed themselves. */
async function grants({ kms: client }: Session, _isKey: IsKey, KeyId: string): Promise<string[]> {
  const list = collect(paginateListGrants({ client }, { KeyId }), (page) =>
    page.Grants?.map(({ GranteePrincipal = "", GrantId = "" }) =>
      GranteePrincipal.startsWith("arn:") ? `grant ${GrantId} to ${GranteePrincipal}` : undefined,
    ),
  );
  return (await unlessGone(list)) ?? [];
}

/** A bucket without a setting, or in another region than the key. */
const hasNoSuchKey: ReadonlySet<string> = new Set([
  "ServerSideEncryptionConfigurationNotFoundError",
  "PermanentRedirect",
  "AuthorizationHeaderMalformed",
  "IllegalLocationConstraintException",
]);

/** Nothing of what is gone by now, has no such setting, or is hidden. */
async function unlessGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    const isHidden = readRefusal(error)?.denial !== undefined;
    if (isGone(error) || isHidden || (error instanceof Error && hasNoSuchKey.has(error.name))) return undefined;
    throw error;
  }
}
