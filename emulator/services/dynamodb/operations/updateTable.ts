import type { UpdateTableCommandInput, UpdateTableCommandOutput } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeEncryption } from "../changeEncryption.ts";
import { invalidParameter, validationException } from "../errors.ts";
import { findTable } from "../findTable.ts";
import type { Table } from "../table.ts";
import { tableAccess } from "../tableAccess.ts";

type Change = Input<UpdateTableCommandInput>;

/** Changes a table's encryption, its capacity or its deletion protection; one of them in a request. */
export const updateTable = operation<Change, Output<UpdateTableCommandOutput>>({
  service: "dynamodb",
  name: "UpdateTable",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html",
  readOnly: false,
  unsupported: [
    "AttributeDefinitions",
    "GlobalSecondaryIndexUpdates",
    "StreamSpecification",
    "ReplicaUpdates",
    "TableClass",
    "MultiRegionConsistency",
    "GlobalTableWitnessUpdates",
    "OnDemandThroughput",
    "WarmThroughput",
    "GlobalTableSettingsReplicationMode",
  ],
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:UpdateTable", TableName)],
  run: async (context, input) => {
    checkSingleChange(input);
    const table = findTable(context, input.TableName);
    if (input.SSESpecification) await changeEncryption(context, table, input.SSESpecification);
    if (input.DeletionProtectionEnabled !== undefined) table.deletionProtection = input.DeletionProtectionEnabled;
    const changesCapacity = input.BillingMode !== undefined || input.ProvisionedThroughput !== undefined;
    if (changesCapacity) changeCapacity(context, table, input);
    return { TableDescription: table.describe(context.now, changesCapacity ? "UPDATING" : "ACTIVE") };
  },
});

function changeCapacity({ now }: CallContext, table: Table, change: Change): void {
  const indexNames = table.definition.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
  table.capacity.update(change, indexNames, now);
}

/** Source of the rules and messages: recorded answers. */
function checkSingleChange({
  SSESpecification,
  DeletionProtectionEnabled,
  BillingMode,
  ProvisionedThroughput,
}: Change) {
  const capacity = BillingMode ?? ProvisionedThroughput;
  const changes = [SSESpecification, DeletionProtectionEnabled, capacity].filter((change) => change !== undefined);
  if (changes.length === 0) {
    throw validationException(
      "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, " +
        "SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, " +
        "DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required",
    );
  }
  if (changes.length === 1) return;
  const alone = SSESpecification ? "Server-Side Encryption" : "DeletionProtection";
  throw invalidParameter(`${alone} modification must be the only operation in the request`);
}
