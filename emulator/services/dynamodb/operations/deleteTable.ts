import type { DeleteTableCommandInput, DeleteTableCommandOutput } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { validationException } from "../errors.ts";
import { findTable } from "../findTable.ts";
import { makeBackup } from "../makeBackup.ts";
import { retireGrants } from "../retireGrants.ts";
import { storeOf } from "../storeOf.ts";
import type { Table } from "../table.ts";
import { tableAccess } from "../tableAccess.ts";

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
    keepBackup(context, table);
    store.removeTable(table);
    store.items.deleteTable(table.name);
    if (table.key) await retireGrants(context, table.arn, table.key.keyArn, table.key.grantIds);
    return { TableDescription: table.describe(context.now, "DELETING") };
  },
});

/**
 * A table with point-in-time recovery leaves a backup behind for 35 days; an archived one has its backup already.
 * Source: DynamoDB Developer Guide, "Point-in-time backups for DynamoDB".
 */
function keepBackup(context: CallContext, table: Table): void {
  if (table.archivalBackupArn !== undefined || !table.pointInTimeRecovery.isEnabled) return;
  const { now: createdAt } = context;
  makeBackup(context, table, {
    name: `${table.name}$DeletedTableBackup`,
    type: "SYSTEM",
    createdAt,
    expiresAt: new Date(createdAt.getTime() + systemBackupMilliseconds),
  });
}
