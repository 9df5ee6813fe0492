import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import type { BillingMode, SSESpecification, TableDescription } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Comparison } from "../resource.ts";
import type { Aws } from "./aws.ts";
import { ifExists } from "./errors.ts";

/** The encryption of a table as programs write it; without a key, DynamoDB uses the account's `aws/dynamodb`. */
export const tableEncryption = z.strictObject({ enabled: z.boolean(), kmsKeyArn: z.string().optional() });

type Encryption = z.output<typeof tableEncryption>;

/** Both off (DynamoDB's own key), or both on with one key. Where no key is wanted, the present one will do. */
export const sameEncryption: Comparison = (was, willBe) => {
  const [one, other] = [encryptionOf(was), encryptionOf(willBe)];
  const isKeyKept = other.kmsKeyArn === undefined || other.kmsKeyArn === one.kmsKeyArn;
  return one.enabled === other.enabled && (!one.enabled || isKeyKept);
};

function encryptionOf(value: unknown): Encryption {
  return tableEncryption.catch({ enabled: false }).parse(value);
}

/** The encryption of a table as DynamoDB wants it. */
export function encryptionRequest({ enabled, kmsKeyArn }: Encryption): SSESpecification {
  return enabled && kmsKeyArn !== undefined
    ? { Enabled: true, SSEType: "KMS", KMSMasterKeyId: kmsKeyArn }
    : { Enabled: enabled };
}

interface Billing {
  readonly billingMode?: BillingMode;
  readonly readCapacity?: number | undefined;
  readonly writeCapacity?: number | undefined;
}

/** How a table is paid for, as DynamoDB wants it. */
export function billingRequest({ billingMode, readCapacity, writeCapacity }: Billing) {
  return billingMode === "PAY_PER_REQUEST"
    ? { BillingMode: billingMode }
    : {
        BillingMode: billingMode,
        ProvisionedThroughput: { ReadCapacityUnits: readCapacity, WriteCapacityUnits: writeCapacity },
      };
}

/** Whether a table is paid for as wanted; capacity means nothing to one that is paid per request. */
export function sameBilling(current: Billing, wanted: Billing): boolean {
  const isCapacitySame = current.readCapacity === wanted.readCapacity && current.writeCapacity === wanted.writeCapacity;
  return current.billingMode === wanted.billingMode && (wanted.billingMode === "PAY_PER_REQUEST" || isCapacitySame);
}

/** A table as DynamoDB describes it; undefined when there is none. */
export async function describeTable(aws: Aws, name: string): Promise<TableDescription | undefined> {
  return (await ifExists(aws.dynamodb.send(new DescribeTableCommand({ TableName: name }))))?.Table;
}

/** Waits until a table is active and its encryption settled; encrypting anew takes AWS some twenty seconds. */
export async function untilTableReady(aws: Aws, name: string): Promise<void> {
  await aws.until(`table ${name} to be ready`, async () => {
    const table = await describeTable(aws, name);
    const isEncrypting = ["ENABLING", "DISABLING", "UPDATING"].includes(table?.SSEDescription?.Status ?? "");
    return table?.TableStatus === "ACTIVE" && !isEncrypting ? table : undefined;
  });
}

/** Waits until a table is gone. */
export async function untilTableGone(aws: Aws, name: string): Promise<void> {
  await aws.until(`table ${name} to be gone`, async () => {
    return (await describeTable(aws, name)) === undefined ? "gone" : undefined;
  });
}

/** The inputs of a table as DynamoDB tells them. */
export function tableInputs(table: TableDescription) {
  const keys = table.KeySchema ?? [];
  const keyOfType = (type: string) => keys.find(({ KeyType }) => KeyType === type)?.AttributeName;
  const { Status, KMSMasterKeyArn } = table.SSEDescription ?? {};
  return {
    attributes: (table.AttributeDefinitions ?? []).flatMap(({ AttributeName: name, AttributeType: type }) =>
      name === undefined || type === undefined ? [] : [{ name, type }],
    ),
    billingMode: table.BillingModeSummary?.BillingMode ?? ("PROVISIONED" as const),
    deletionProtectionEnabled: table.DeletionProtectionEnabled ?? false,
    hashKey: keyOfType("HASH"),
    rangeKey: keyOfType("RANGE"),
    readCapacity: table.ProvisionedThroughput?.ReadCapacityUnits ?? 0,
    serverSideEncryption: { enabled: Status === "ENABLED" || Status === "UPDATING", kmsKeyArn: KMSMasterKeyArn ?? "" },
    writeCapacity: table.ProvisionedThroughput?.WriteCapacityUnits ?? 0,
  };
}
