import { paginateListTrails } from "@aws-sdk/client-cloudtrail";
import { paginateListTables } from "@aws-sdk/client-dynamodb";
import { paginateDescribeSnapshots, paginateDescribeVolumes, type Tag } from "@aws-sdk/client-ec2";
import {
  GetAccountPasswordPolicyCommand,
  NoSuchEntityException,
  paginateListPolicies,
  paginateListRoles,
  paginateListUsers,
} from "@aws-sdk/client-iam";
import { DescribeKeyCommand, paginateListAliases, paginateListKeys } from "@aws-sdk/client-kms";
import { paginateListFunctions } from "@aws-sdk/client-lambda";
import { paginateListBuckets } from "@aws-sdk/client-s3";
import { paginateListSecrets } from "@aws-sdk/client-secrets-manager";
import type { Session } from "../scenarios/contract/session.ts";

/**
 * Everything that scenarios can make, by ARN (tables, buckets, volumes and snapshots by name), where the sessions look: each in
 * an account and a region. Keys pending deletion are not there.
 */
export async function takeInventory(sessions: readonly Session[]): Promise<ReadonlySet<string>> {
  return new Set((await Promise.all(sessions.map(everything))).flat());
}

async function everything(session: Session): Promise<string[]> {
  const lists = await Promise.all([
    tables(session),
    buckets(session),
    functions(session),
    volumes(session),
    snapshots(session),
    secrets(session),
    users(session),
    roles(session),
    policies(session),
    passwordPolicy(session),
    aliases(session),
    usableKeys(session),
    trails(session),
  ]);
  return lists.flat();
}

async function tables({ dynamodb: client }: Session): Promise<string[]> {
  return collect(paginateListTables({ client }, {}), (page) => page.TableNames?.map((name) => `table/${name}`));
}

async function buckets({ s3: client }: Session): Promise<string[]> {
  return collect(paginateListBuckets({ client }, {}), (page) =>
    page.Buckets?.map(({ Name }) => Name && `bucket/${Name}`),
  );
}

async function functions({ lambda: client }: Session): Promise<string[]> {
  return collect(paginateListFunctions({ client }, {}), (page) =>
    page.Functions?.map(({ FunctionArn }) => FunctionArn),
  );
}

async function volumes({ ec2: client }: Session): Promise<string[]> {
  return collect(paginateDescribeVolumes({ client }, {}), (page) =>
    page.Volumes?.map(({ VolumeId, State, Tags }) =>
      State === "deleting" ? undefined : `volume/${named(VolumeId, Tags)}`,
    ),
  );
}

async function snapshots({ ec2: client }: Session): Promise<string[]> {
  return collect(paginateDescribeSnapshots({ client }, { OwnerIds: ["self"] }), (page) =>
    page.Snapshots?.map(({ SnapshotId, Tags }) => `snapshot/${named(SnapshotId, Tags)}`),
  );
}

/** The id tells nothing of the run: the name in the tag `Name` does. */
function named(id = "", tags: readonly Tag[] = []): string {
  return [id, tags.find(({ Key }) => Key === "Name")?.Value].filter(Boolean).join(" ");
}

async function secrets({ secretsmanager: client }: Session): Promise<string[]> {
  const pages = paginateListSecrets({ client }, { IncludePlannedDeletion: true });
  return collect(pages, (page) => page.SecretList?.map(({ ARN }) => ARN));
}

async function users({ iam: client }: Session): Promise<string[]> {
  return collect(paginateListUsers({ client }, {}), (page) => page.Users?.map(({ Arn }) => Arn));
}

async function roles({ iam: client }: Session): Promise<string[]> {
  return collect(paginateListRoles({ client }, {}), (page) => page.Roles?.map(({ Arn }) => Arn));
}

async function policies({ iam: client }: Session): Promise<string[]> {
  return collect(paginateListPolicies({ client }, { Scope: "Local" }), (page) => page.Policies?.map(({ Arn }) => Arn));
}

/** An account has none until it sets one. */
async function passwordPolicy({ iam }: Session): Promise<string[]> {
  try {
    await iam.send(new GetAccountPasswordPolicyCommand({}));
    return ["account password policy"];
  } catch (error) {
    if (error instanceof NoSuchEntityException) return [];
    throw error;
  }
}

async function aliases({ kms: client }: Session): Promise<string[]> {
  const found = await collect(paginateListAliases({ client }, {}), (page) =>
    page.Aliases?.map(({ AliasArn }) => AliasArn),
  );
  return found.filter((arn) => !arn.includes(":alias/aws/"));
}

async function trails({ cloudtrail: client }: Session): Promise<string[]> {
  return collect(paginateListTrails({ client }, {}), (page) => page.Trails?.map(({ TrailARN }) => TrailARN));
}

/** Source: KMS Developer Guide, "Key states of AWS KMS keys". */
const leaving: ReadonlySet<string | undefined> = new Set(["PendingDeletion", "PendingReplicaDeletion"]);

/** Keys of customers that are not on their way out. */
async function usableKeys({ kms: client }: Session): Promise<string[]> {
  const arns = await collect(paginateListKeys({ client }, {}), (page) => page.Keys?.map(({ KeyArn }) => KeyArn));
  const described = await Promise.all(arns.map((KeyId) => client.send(new DescribeKeyCommand({ KeyId }))));
  return described.flatMap(({ KeyMetadata: key }) =>
    key?.Arn && key.KeyManager === "CUSTOMER" && !leaving.has(key.KeyState) ? [key.Arn] : [],
  );
}

async function collect<Page>(
  pages: AsyncIterable<Page>,
  read: (page: Page) => readonly (string | undefined)[] | undefined,
): Promise<string[]> {
  const found: string[] = [];
  for await (const page of pages) found.push(...(read(page) ?? []).filter((item) => item !== undefined));
  return found;
}
