import type { CreateTableCommandInput, CreateTableCommandOutput } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { Capacity } from "../capacity.ts";
import { encryptTable } from "../encryptTable.ts";
import { requestedEncryption, type RequestedEncryption } from "../requestedEncryption.ts";
import type { TableDefinition } from "../storage/itemStorage.ts";
import { checkIndexes } from "../checkIndexes.ts";
import { Table } from "../table.ts";
import { tableAccess } from "../tableAccess.ts";
import { tableAddress } from "../tableAddress.ts";
import type { TableKey } from "../tableKey.ts";
import { readTags, requestTagConditions } from "../tags.ts";

/** Creates a table. Tags need a permission of their own. */
export const createTable = operation<Input<CreateTableCommandInput>, Output<CreateTableCommandOutput>>({
  service: "dynamodb",
  name: "CreateTable",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html",
  readOnly: false,
  unsupported: [
    "StreamSpecification",
    "WarmThroughput",
    "ResourcePolicy",
    "OnDemandThroughput",
    "GlobalTableSourceArn",
    "GlobalTableSettingsReplicationMode",
  ],
  access: (context, { TableName, Tags = [] }) => {
    const actions = ["dynamodb:CreateTable", ...(Tags.length > 0 ? ["dynamodb:TagResource"] : [])];
    return actions.map((action) => tableAccess(context, action, TableName, requestTagConditions(Tags)));
  },
  run: async (context, input) => {
    const encryption = requestedEncryption(input.SSESpecification);
    const tags = readTags(input.Tags ?? []);
    const definition = definitionOf(context, input);
    const key = await createWithKey(context, definition, encryption);
    const table = new Table({
      definition,
      arn: tableAddress(context, definition.TableName).arn,
      id: context.instance.random.uuid(),
      createdAt: context.now,
      capacity: new Capacity(definition, context.now),
      tags,
      deletionProtection: input.DeletionProtectionEnabled ?? false,
      tableClass: input.TableClass,
      key,
    });
    context.state.dynamodb.addTable(table);
    return { TableDescription: table.describe(context.now, "CREATING") };
  },
});

function definitionOf(context: CallContext, input: Input<CreateTableCommandInput>): TableDefinition {
  const { AttributeDefinitions, KeySchema, LocalSecondaryIndexes, GlobalSecondaryIndexes } = input;
  const { BillingMode, ProvisionedThroughput } = input;
  checkIndexes(input);
  return {
    TableName: tableAddress(context, input.TableName).name,
    AttributeDefinitions,
    KeySchema,
    LocalSecondaryIndexes,
    GlobalSecondaryIndexes,
    BillingMode,
    ProvisionedThroughput,
  };
}

/** The place in the storage comes first: it checks the definition and keeps the name. KMS's refusal gives it back. */
async function createWithKey(
  context: CallContext,
  definition: TableDefinition,
  encryption: RequestedEncryption,
): Promise<TableKey | undefined> {
  const { items } = context.state.dynamodb;
  items.createTable(definition);
  if (encryption.kind === "owned") return undefined;
  try {
    const { key } = await encryptTable(context, definition.TableName, encryption.keyId);
    return key;
  } catch (error) {
    items.deleteTable(definition.TableName);
    throw error;
  }
}
