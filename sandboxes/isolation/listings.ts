import { paginateListGroups } from "@aws-sdk/client-iam";
import { paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import { alarms, rules } from "../../runner/inventory/alarmsAndRules.ts";
import { buckets } from "../../runner/inventory/buckets.ts";
import { collect } from "../../runner/inventory/collect.ts";
import { functions } from "../../runner/inventory/functions.ts";
import { policies, roles, users } from "../../runner/inventory/identities.ts";
import { aliases, keyArns } from "../../runner/inventory/keys.ts";
import { logGroups } from "../../runner/inventory/logGroups.ts";
import { secrets } from "../../runner/inventory/secrets.ts";
import { tables } from "../../runner/inventory/tables.ts";
import { trails } from "../../runner/inventory/trails.ts";
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

/** All that is tried. */
export const listings: readonly Listing[] = [
  { action: "dynamodb:ListTables", what: "tables", list: tables },
  { action: "secretsmanager:ListSecrets", what: "secrets", list: secrets },
  { action: "s3:ListAllMyBuckets", what: "buckets", list: buckets },
  { action: "kms:ListKeys", what: "keys", list: keyArns },
  { action: "kms:ListAliases", what: "aliases", list: aliases },
  { action: "iam:ListUsers", what: "users", list: users },
  { action: "iam:ListRoles", what: "roles", list: roles },
  { action: "iam:ListPolicies", what: "policies", list: policies },
  { action: "iam:ListGroups", what: "groups", list: groups },
  { action: "cloudwatch:DescribeAlarms", what: "alarms", list: alarms },
  { action: "lambda:ListFunctions", what: "functions", list: functions },
  { action: "logs:DescribeLogGroups", what: "log groups", list: logGroups },
  { action: "events:ListRules", what: "rules", list: rules },
  { action: "cloudtrail:ListTrails", what: "trails", list: trails },
  { action: "tag:GetResources", what: "tags", list: tagged },
];

async function groups({ iam: client }: Session): Promise<string[]> {
  return collect(paginateListGroups({ client }, {}), (page) => page.Groups?.map(({ Arn }) => Arn));
}

async function tagged({ tagging: client }: Session): Promise<string[]> {
  return collect(paginateGetResources({ client }, {}), (page) =>
    page.ResourceTagMappingList?.map(({ ResourceARN }) => ResourceARN),
  );
}
