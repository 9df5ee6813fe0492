import type { CreateBackupCommandInput, CreateBackupCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { deleteExpired } from "../deleteExpired.ts";
import { findTableToBackUp } from "../findTable.ts";
import { makeBackup } from "../makeBackup.ts";
import { storeOf } from "../storeOf.ts";
import { tableAccess } from "../tableAccess.ts";
import { tableCipherOfService } from "../tableCipherOfService.ts";

/** Makes a backup of a table. DynamoDB must be able to use the table's key. */
export const createBackup = operation<Input<CreateBackupCommandInput>, Output<CreateBackupCommandOutput>>({
  service: "dynamodb",
  name: "CreateBackup",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateBackup.html",
  readOnly: false,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:CreateBackup", TableName)],
  run: async (context, { TableName, BackupName: name }) => {
    const table = findTableToBackUp(context, TableName);
    const cipher = await tableCipherOfService(context, table);
    deleteExpired(context, table, storeOf(context, table).items.use(new Map([[table.name, cipher]])));
    const backup = makeBackup(context, table, { name, type: "USER", createdAt: context.now });
    return { BackupDetails: backup.details("CREATING") };
  },
});
