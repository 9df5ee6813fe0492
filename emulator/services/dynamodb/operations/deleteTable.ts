import type { DeleteTableCommandInput, DeleteTableCommandOutput } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { allItems } from "../allItems.ts";
import type { DynamoDbStore } from "../dynamoDbStore.ts";
import { validationException } from "../errors.ts";
import { findTable } from "../findTable.ts";
import { makeBackup } from "../makeBackup.ts";
import { retireGrants } from "../retireGrants.ts";
import { storeOf } from "../storeOf.ts";
import type { Table } from "../table.ts";
import { tableAccess } from "../tableAccess.ts";
import { tableAddress } from "../tableAddress.ts";

const systemBackupMilliseconds = 35 * 24 * 60 * 60 * 1000;

/** Deletes a table with its items. It needs no permission on the table's key, which may be disabled or gone. */
export const deleteTable = operation<Input<DeleteTableCommandInput>, Output<DeleteTableCommandOutput>>({
  service: "dynamodb",
  name: "DeleteTable",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html",
  readOnly: false,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DeleteTable", TableName)],
  run: async (context, { TableName }) => {
    const table = findTable(context, TableName);
    if (table.deletionProtection) {
      throw validationException(
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
      );
    }
    const store = storeOf(context, table);
    store.removeTable(table);
    const items = await store.items();
    await keepBackups(context, table, store);
    await items.deleteTable(table.name);
    if (table.key)
      await retireGrants(context, tableAddress(context, table.name).arn, table.key.keyArn, table.key.grantIds);
    return { TableDescription: table.describe(context.now, "DELETING") };
  },
});

/**
 * A table with point-in-time recovery leaves a backup behind for 35 days, and an archived one the backup that it has.
 * Source: DynamoDB Developer Guide, "Point-in-time backups for DynamoDB".
 */
async function keepBackups(context: CallContext, table: Table, store: DynamoDbStore): Promise<void> {
  const { now: createdAt } = context;
  const archival = table.archivalBackupArn === undefined ? undefined : store.backup(table.archivalBackupArn);
  await archival?.keepItems();
  if (archival || !table.pointInTimeRecovery.isEnabled) return;
  const items = await allItems(await store.items(), table.name);
  makeBackup(context, table, {
    name: `${table.name}$DeletedTableBackup`,
    type: "SYSTEM",
    createdAt,
    expiresAt: new Date(createdAt.getTime() + systemBackupMilliseconds),
    readItems: () => Promise.resolve(items),
  });
}
