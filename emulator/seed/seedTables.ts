import { createTable } from "../services/dynamodb/operations/createTable.ts";
import { putItem } from "../services/dynamodb/operations/putItem.ts";
import { attributeValues } from "./attributeValue.ts";
import { encryptionKey } from "./encryptionKey.ts";
import type { References } from "./references.ts";
import type { SeedAccount, SeedAttribute, SeedTable } from "./seed.ts";
import type { SeedCaller } from "./seedCaller.ts";
import { tagList } from "../tagList.ts";

type Path = readonly (string | number)[];

/** Makes the tables of an account, on demand, with their items. */
export async function seedTables(
  caller: SeedCaller,
  { tables = {} }: SeedAccount,
  path: Path,
  references: References,
): Promise<void> {
  for (const [TableName, table] of Object.entries(tables)) {
    const at = [...path, "tables", TableName];
    const { TableDescription } = await caller.call(at, createTable, {
      TableName,
      ...schemaOf(table),
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: encryptionOf(caller, table, [...at, "encryption"], references),
      Tags: tagList(table.tags),
    });
    references.add("table", caller.accountId, TableName, TableDescription?.TableArn ?? "");
    for (const [index, item] of (table.items ?? []).entries()) {
      const where = [...at, "items", index];
      await caller.call(where, putItem, { TableName, Item: attributeValues(item, where) });
    }
  }
}

function schemaOf({ partitionKey, sortKey }: SeedTable) {
  const attributes = sortKey ? [partitionKey, sortKey] : [partitionKey];
  const definition = ({ name: AttributeName, type: AttributeType = "S" }: SeedAttribute) => {
    return { AttributeName, AttributeType };
  };
  return {
    AttributeDefinitions: attributes.map(definition),
    KeySchema: [
      { AttributeName: partitionKey.name, KeyType: "HASH" as const },
      ...(sortKey ? [{ AttributeName: sortKey.name, KeyType: "RANGE" as const }] : []),
    ],
  };
}

function encryptionOf(
  { accountId }: SeedCaller,
  { encryption = "aws-owned" }: SeedTable,
  path: Path,
  references: References,
) {
  if (encryption === "aws-owned") return undefined;
  const KMSMasterKeyId = encryptionKey(encryption, accountId, path, references);
  return { Enabled: true, SSEType: "KMS" as const, KMSMasterKeyId };
}
