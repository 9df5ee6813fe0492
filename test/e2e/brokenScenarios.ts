import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { callerArn } from "../../infra/callerArn.ts";
import transparentEncryption from "../../scenarios/dynamodb/transparent-encryption.ts";

type W3 = typeof transparentEncryption;

const shouldBeDenied = "failed: it was allowed, but kms:Decrypt should be denied";
const ownKey = `{ status: 'ACTIVE', primaryKey: [ 'id S' ], billingMode: 'PAY_PER_REQUEST', encryptedUnder: "DynamoDB's own key" }`;
const notEncrypted = `failed: it yielded ${ownKey} instead of { status: 'ACTIVE', encryptedUnder: 'key' }`;
const noEvent = "failed: it yielded { found: false } instead of { found: true }";

/** The scenario without the user's managed policy. */
const withoutPolicy: W3 = {
  ...transparentEncryption,
  deploy: ({ name, parameters }) => {
    const user = new UnprivilegedUser("user", { userName: name("nextwork-kms-user"), consoleLogin: true });
    const users = parameters.userIsKeyUser ? [callerArn(), user] : [callerArn()];
    const key = new EncryptionKey("key", {
      alias: name("nextwork-kms-key"),
      description:
        "KMS key that will encrypt a DynamoDB database. Created for NextWork's Encryption with AWS KMS project.",
      administrators: [callerArn()],
      users,
    });
    const encryption = parameters.encryption === "owned" ? "owned" : key;
    const table = new EncryptedTable("table", { tableName: name("nextwork-kms-table"), encryption });
    return { user, key, table };
  },
};

/** A scenario with a mistake, and what must notice it. */
export interface BrokenScenario {
  readonly name: string;
  readonly scenario: W3;
  /** As `notPassed` tells them, without whole policies. */
  readonly fails: readonly string[];
}

export const brokenScenarios: readonly BrokenScenario[] = [
  {
    name: "the user is a key user from the start",
    scenario: {
      ...transparentEncryption,
      parameters: { ...transparentEncryption.parameters, userIsKeyUser: true },
    },
    fails: [
      "admin: GetKeyPolicy key (failed: another policy)",
      `user: GetItem table id=1 (${shouldBeDenied})`,
      `user: Query table id=1 (${shouldBeDenied})`,
      `user: Scan table (${shouldBeDenied})`,
      `user: PutItem table id=1 (${shouldBeDenied})`,
    ],
  },
  {
    name: "the table keeps DynamoDB's own key",
    scenario: {
      ...transparentEncryption,
      deploy: ({ parameters, ...run }) =>
        transparentEncryption.deploy({ ...run, parameters: { ...parameters, encryption: "owned" } }),
    },
    fails: [
      `admin: DescribeTable table (${notEncrypted})`,
      `user: DescribeTable table (${notEncrypted})`,
      `user: GetItem table id=1 (${shouldBeDenied})`,
      `user: Query table id=1 (${shouldBeDenied})`,
      `user: Scan table (${shouldBeDenied})`,
      `user: PutItem table id=1 (${shouldBeDenied})`,
      `user: GetItem table id=1 (${shouldBeDenied})`,
      `user: PutItem table id=1 (${shouldBeDenied})`,
      `admin: LookupEvents Decrypt by user through dynamodb.amazonaws.com, AccessDenied (${noEvent})`,
    ],
  },
  {
    name: "the user's policy is left out",
    scenario: withoutPolicy,
    fails: [
      "admin: ListAttachedUserPolicies user (failed: it yielded [] instead of [ 'AmazonDynamoDBFullAccess' ])",
      "user: DescribeTable table (failed: it was denied)",
      "user: ListTables (failed: it was denied)",
      ...["GetItem table id=1", "Query table id=1", "Scan table", "PutItem table id=1"].map(otherActionDenied),
      "user: GetItem table id=1 (failed: it was denied)",
      "user: Query table id=1 (failed: it was denied)",
      "user: Scan table (failed: it was denied)",
      "user: PutItem table id=1 (failed: it was denied)",
      ...["GetItem table id=1", "PutItem table id=1"].map(otherActionDenied),
      `admin: LookupEvents Decrypt by user through dynamodb.amazonaws.com, AccessDenied (${noEvent})`,
    ],
  },
];

function otherActionDenied(attempt: string): string {
  const action = `dynamodb:${attempt.split(" ")[0] ?? ""}`;
  return `user: ${attempt} (failed: the answer states that ${action} was denied, not kms:Decrypt)`;
}

/** Two whole key policies are too long for a line here. */
export function withoutPolicies(line: string): string {
  return line.replace(/^(admin: GetKeyPolicy key) \(failed: it yielded .*/s, "$1 (failed: another policy)");
}
