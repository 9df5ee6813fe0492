import type { CreateBackupCommandInput, CreateBackupCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { allItems } from "../allItems.ts";
import { checkTableKey } from "../checkTableKey.ts";
import { deleteExpired } from "../deleteExpired.ts";
import { findTableToBackUp } from "../findTable.ts";
import { makeBackup } from "../makeBackup.ts";
import { storeOf } from "../storeOf.ts";
import { tableAccess } from "../tableAccess.ts";

/** Makes a backup of a table. DynamoDB must be able to use the table's key. */
export const createBackup = operation<Input<CreateBackupCommandInput>, Output<CreateBackupCommandOutput>>({
  service: "dynamodb",
  name: "CreateBackup",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateBackup.html",
  readOnly: false,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:CreateBackup", TableName)],
  run: async (context, { TableName, BackupName: name }) => {
    const table = findTableToBackUp(context, TableName);
    await checkTableKey(context, table);
    const storage = await storeOf(context, table).items();
    await deleteExpired(context, table, storage);
    const items = await allItems(storage, table.name);
    const readItems = () => Promise.resolve(items);
    const backup = makeBackup(context, table, { name, type: "USER", createdAt: context.now, readItems });
    return { BackupDetails: backup.details("CREATING") };
  },
});
