import { ListTrailsCommand } from "@aws-sdk/client-cloudtrail";
import { paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import { ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { paginateListGroups, paginateListPolicies, paginateListRoles, paginateListUsers } from "@aws-sdk/client-iam";
import { paginateListAliases, paginateListKeys } from "@aws-sdk/client-kms";
import { paginateListFunctions } from "@aws-sdk/client-lambda";
import { paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import { buckets } from "../../runner/inventory/buckets.ts";
import { collect } from "../../runner/inventory/collect.ts";
import { secrets } from "../../runner/inventory/secrets.ts";
import { tables } from "../../runner/inventory/tables.ts";
import type { Session } from "../../scenarios/contract/session.ts";

/** A call that answers with names. AWS allows most of them for all that is there, or not at all. */
export interface Listing {
  /** As AWS spells it: `dynamodb:ListTables`. */
  readonly action: string;
  /** Of what: `tables`. */
  readonly what: string;
  /** By ARN, or as inventories have it. */
  readonly list: (session: Session) => Promise<readonly string[]>;
}

/** All that is tried. One page tells whether trails and rules are shown: nobody of a class makes many. */
export const listings: readonly Listing[] = [
  { action: "dynamodb:ListTables", what: "tables", list: tables },
  { action: "secretsmanager:ListSecrets", what: "secrets", list: secrets },
  { action: "s3:ListAllMyBuckets", what: "buckets", list: buckets },
  {
    action: "kms:ListKeys",
    what: "keys",
    list: async ({ kms: client }) =>
      collect(paginateListKeys({ client }, {}), ({ Keys }) => Keys?.map(({ KeyArn }) => KeyArn)),
  },
  {
    action: "kms:ListAliases",
    what: "aliases",
    // AWS's own are in every account.
    list: async ({ kms: client }) =>
      (
        await collect(paginateListAliases({ client }, {}), ({ Aliases }) => Aliases?.map(({ AliasArn }) => AliasArn))
      ).filter((arn) => !arn.includes(":alias/aws/")),
  },
  {
    action: "iam:ListUsers",
    what: "users",
    list: async ({ iam: client }) =>
      collect(paginateListUsers({ client }, {}), ({ Users }) => Users?.map(({ Arn }) => Arn)),
  },
  {
    action: "iam:ListRoles",
    what: "roles",
    list: async ({ iam: client }) =>
      collect(paginateListRoles({ client }, {}), ({ Roles }) => Roles?.map(({ Arn }) => Arn)),
  },
  {
    action: "iam:ListPolicies",
    what: "policies",
    list: async ({ iam: client }) =>
      collect(paginateListPolicies({ client }, { Scope: "Local" }), ({ Policies }) => Policies?.map(({ Arn }) => Arn)),
  },
  {
    action: "iam:ListGroups",
    what: "groups",
    list: async ({ iam: client }) =>
      collect(paginateListGroups({ client }, {}), ({ Groups }) => Groups?.map(({ Arn }) => Arn)),
  },
  {
    action: "cloudwatch:DescribeAlarms",
    what: "alarms",
    list: async ({ cloudwatch: client }) =>
      collect(paginateDescribeAlarms({ client }, {}), ({ MetricAlarms }) =>
        MetricAlarms?.map(({ AlarmArn }) => AlarmArn),
      ),
  },
  {
    action: "lambda:ListFunctions",
    what: "functions",
    list: async ({ lambda: client }) =>
      collect(paginateListFunctions({ client }, {}), ({ Functions }) => Functions?.map((one) => one.FunctionArn)),
  },
  {
    action: "logs:DescribeLogGroups",
    what: "log groups",
    list: async ({ logs: client }) =>
      collect(paginateDescribeLogGroups({ client }, {}), ({ logGroups }) => logGroups?.map(({ arn }) => arn)),
  },
  {
    action: "events:ListRules",
    what: "rules",
    list: async ({ events }) =>
      ((await events.send(new ListRulesCommand({}))).Rules ?? []).flatMap(({ Arn }) => Arn ?? []),
  },
  {
    action: "cloudtrail:ListTrails",
    what: "trails",
    list: async ({ cloudtrail }) =>
      ((await cloudtrail.send(new ListTrailsCommand({}))).Trails ?? []).flatMap(({ TrailARN }) => TrailARN ?? []),
  },
  {
    action: "tag:GetResources",
    what: "tags",
    list: async ({ tagging: client }) =>
      collect(paginateGetResources({ client }, {}), ({ ResourceTagMappingList }) =>
        ResourceTagMappingList?.map(({ ResourceARN }) => ResourceARN),
      ),
  },
];
