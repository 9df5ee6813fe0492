import type { CreateTableCommandInput, CreateTableCommandOutput } from "@aws-sdk/client-dynamodb";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { makeTable } from "../makeTable.ts";
import { readResourcePolicy } from "../readResourcePolicy.ts";
import { requestedEncryption } from "../requestedEncryption.ts";
import { setResourcePolicy } from "../resourcePolicy.ts";
import type { TableDefinition } from "../storage/itemStorage.ts";
import { checkIndexes } from "../checkIndexes.ts";
import { tableAccess } from "../tableAccess.ts";
import { tableAddress } from "../tableAddress.ts";
import { readTags } from "../tags.ts";

/** Creates a table. Tags and a resource policy need permissions of their own. */
export const createTable = operation<Input<CreateTableCommandInput>, Output<CreateTableCommandOutput>>({
  service: "dynamodb",
  name: "CreateTable",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html",
  readOnly: false,
  unsupported: [
    "StreamSpecification",
    "WarmThroughput",
    "OnDemandThroughput",
    "GlobalTableSourceArn",
    "GlobalTableSettingsReplicationMode",
  ],
  access: (context, { TableName, Tags = [], ResourcePolicy }) => {
    const actions = ["dynamodb:CreateTable", ...(Tags.length > 0 ? ["dynamodb:TagResource"] : [])];
    return [
      ...actions.map((action) => tableAccess(context, action, TableName, requestTags(Tags))),
      ...(ResourcePolicy === undefined ? [] : [tableAccess(context, "dynamodb:PutResourcePolicy", TableName)]),
    ];
  },
  run: async (context, input) => {
    const encryption = requestedEncryption(input.SSESpecification);
    const tags = input.Tags?.length ? readTags(input.Tags) : undefined;
    const policy = input.ResourcePolicy === undefined ? undefined : readResourcePolicy(context, input.ResourcePolicy);
    const definition = definitionOf(context, input);
    const { table } = await makeTable(context, definition, encryption, {
      tags,
      deletionProtection: input.DeletionProtectionEnabled ?? false,
      tableClass: input.TableClass,
    });
    if (policy) setResourcePolicy(table, policy, context.now);
    return { TableDescription: table.describe(context.now, "CREATING") };
  },
});

function definitionOf(context: CallContext, input: Input<CreateTableCommandInput>): TableDefinition {
  const { AttributeDefinitions, KeySchema, LocalSecondaryIndexes, GlobalSecondaryIndexes } = input;
  const { BillingMode, ProvisionedThroughput } = input;
  checkIndexes("CreateTable", BillingMode, GlobalSecondaryIndexes);
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
