import { paginateListTrails } from "@aws-sdk/client-cloudtrail";
import { paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { paginateListTables } from "@aws-sdk/client-dynamodb";
import { ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { paginateListPolicies, paginateListRoles, paginateListUsers } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, paginateListAliases, paginateListKeys } from "@aws-sdk/client-kms";
import { paginateListBuckets } from "@aws-sdk/client-s3";
import { paginateListSecrets } from "@aws-sdk/client-secrets-manager";
import type { Session } from "../scenarios/contract/session.ts";

/** Everything of an account and region that scenarios can make, by ARN (tables and buckets by name). Keys pending deletion are not there. */
export async function takeInventory(session: Session): Promise<ReadonlySet<string>> {
  const lists = await Promise.all([
    tables(session),
    buckets(session),
    secrets(session),
    users(session),
    roles(session),
    policies(session),
    aliases(session),
    usableKeys(session),
    trails(session),
    rules(session),
    alarms(session),
  ]);
  return new Set(lists.flat());
}

async function tables({ dynamodb: client }: Session): Promise<string[]> {
  return collect(paginateListTables({ client }, {}), (page) => page.TableNames?.map((name) => `table/${name}`));
}

async function buckets({ s3: client }: Session): Promise<string[]> {
  return collect(paginateListBuckets({ client }, {}), (page) =>
    page.Buckets?.map(({ Name }) => Name && `bucket/${Name}`),
  );
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

async function aliases({ kms: client }: Session): Promise<string[]> {
  const found = await collect(paginateListAliases({ client }, {}), (page) =>
    page.Aliases?.map(({ AliasArn }) => AliasArn),
  );
  return found.filter((arn) => !arn.includes(":alias/aws/"));
}

/** Keys of customers that are not on their way out. */
async function usableKeys({ kms: client }: Session): Promise<string[]> {
  const arns = await collect(paginateListKeys({ client }, {}), (page) => page.Keys?.map(({ KeyArn }) => KeyArn));
  const described = await Promise.all(arns.map((KeyId) => client.send(new DescribeKeyCommand({ KeyId }))));
  return described.flatMap(({ KeyMetadata: key }) =>
    key?.Arn && key.KeyManager === "CUSTOMER" && key.KeyState !== "PendingDeletion" ? [key.Arn] : [],
  );
}

async function trails({ cloudtrail: client }: Session): Promise<string[]> {
  return collect(paginateListTrails({ client }, {}), (page) => page.Trails?.map(({ TrailARN }) => TrailARN));
}

/** Of the default event bus. The SDK has no pages for them. */
async function rules({ events: client }: Session): Promise<string[]> {
  const found: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListRulesCommand({ NextToken }));
    found.push(...(page.Rules ?? []).flatMap(({ Arn }) => Arn ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}

async function alarms({ cloudwatch: client }: Session): Promise<string[]> {
  return collect(paginateDescribeAlarms({ client }, {}), (page) => page.MetricAlarms?.map(({ AlarmArn }) => AlarmArn));
}

async function collect<Page>(
  pages: AsyncIterable<Page>,
  read: (page: Page) => readonly (string | undefined)[] | undefined,
): Promise<string[]> {
  const found: string[] = [];
  for await (const page of pages) found.push(...(read(page) ?? []).filter((item) => item !== undefined));
  return found;
}
