import type { UpdateTableCommandInput, UpdateTableCommandOutput } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeEncryption } from "../changeEncryption.ts";
import { checkSingleChange } from "../checkSingleChange.ts";
import { checkThroughput } from "../checkThroughput.ts";
import { describedTable } from "../describedTable.ts";
import { findTableToChange } from "../findTable.ts";
import { storeOf } from "../storeOf.ts";
import type { Table } from "../table.ts";
import { tableAccess } from "../tableAccess.ts";
import { tableCipherOfService } from "../tableCipherOfService.ts";
import { withIndexChanges } from "../withIndexChanges.ts";

type Change = Input<UpdateTableCommandInput>;

/** Changes a table's encryption, its capacity, its indexes, its class or its deletion protection. */
export const updateTable = operation<Change, Output<UpdateTableCommandOutput>>({
  service: "dynamodb",
  name: "UpdateTable",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html",
  readOnly: false,
  unsupported: [
    "StreamSpecification",
    "ReplicaUpdates",
    "MultiRegionConsistency",
    "GlobalTableWitnessUpdates",
    "OnDemandThroughput",
    "WarmThroughput",
    "GlobalTableSettingsReplicationMode",
  ],
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:UpdateTable", TableName)],
  run: async (context, input) => {
    checkSingleChange(input);
    const table = findTableToChange(context, input.TableName);
    if (input.SSESpecification) await changeEncryption(context, table, input.SSESpecification);
    if (input.DeletionProtectionEnabled !== undefined) table.deletionProtection = input.DeletionProtectionEnabled;
    if (input.TableClass) table.tableClass.update(input.TableClass, context.now);
    const isSlow = input.BillingMode ?? input.ProvisionedThroughput ?? input.GlobalSecondaryIndexUpdates;
    await changeCapacityAndIndexes(context, table, input);
    const described = describedTable(context, table);
    return { TableDescription: isSlow ? { ...described, TableStatus: "UPDATING" } : described };
  },
});

/** Both or nothing: what the request says of the indexes is checked first. */
async function changeCapacityAndIndexes(context: CallContext, table: Table, change: Change): Promise<void> {
  const { BillingMode, ProvisionedThroughput, GlobalSecondaryIndexUpdates: updates } = change;
  const changesCapacity = BillingMode !== undefined || ProvisionedThroughput !== undefined;
  const mode = BillingMode ?? table.capacity.definition.BillingMode;
  const present = { ...table.definition, ...table.capacity.definition, BillingMode: mode };
  const definition = updates && withIndexChanges(present, change);
  checkThroughput(context.region, { ...definition, ProvisionedThroughput });
  if (changesCapacity) {
    const told = new Set(updates?.map(({ Update }) => Update?.IndexName));
    const names = table.definition.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
    const untold = names.filter((name) => !told.has(name));
    table.capacity.update(change, untold, context.now);
  }
  if (!definition) return;
  const changed = { ...definition, ...table.capacity.definition };
  const cipher = await tableCipherOfService(context, table);
  storeOf(context, table).items.changeIndexes(changed, cipher);
  table.definition = changed;
}
