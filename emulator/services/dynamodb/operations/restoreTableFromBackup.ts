import type { RestoreTableFromBackupCommandInput, RestoreTableFromBackupCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { backupAccess } from "../backupAccess.ts";
import { findBackup } from "../findBackup.ts";
import { restoreAccess } from "../restoreAccess.ts";
import { restoreTable } from "../restoreTable.ts";

/** Makes a table of a backup. */
export const restoreTableFromBackup = operation<
  Input<RestoreTableFromBackupCommandInput>,
  Output<RestoreTableFromBackupCommandOutput>
>({
  service: "dynamodb",
  name: "RestoreTableFromBackup",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableFromBackup.html",
  readOnly: false,
  unsupported: ["OnDemandThroughputOverride"],
  access: (context, { BackupArn, TargetTableName }) => [
    backupAccess(context, "dynamodb:RestoreTableFromBackup", BackupArn),
    ...restoreAccess(context, TargetTableName),
  ],
  run: async (context, input) => {
    const backup = findBackup(context, input.BackupArn);
    const table = await restoreTable(context, backup, input, {
      SourceBackupArn: backup.arn,
      SourceTableArn: backup.source.TableArn,
      RestoreDateTime: backup.createdAt,
    });
    return { TableDescription: table.describe(context.now, "CREATING") };
  },
});
