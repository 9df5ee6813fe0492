import type { DeleteBackupCommandInput, DeleteBackupCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { backupAccess } from "../backupAccess.ts";
import { validationException } from "../errors.ts";
import { findBackup } from "../findBackup.ts";

/** Deletes a backup. Those that DynamoDB has made of deleted tables stay until they expire. */
export const deleteBackup = operation<Input<DeleteBackupCommandInput>, Output<DeleteBackupCommandOutput>>({
  service: "dynamodb",
  name: "DeleteBackup",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteBackup.html",
  readOnly: false,
  access: (context, { BackupArn }) => [backupAccess(context, "dynamodb:DeleteBackup", BackupArn)],
  run: (context, { BackupArn }) => {
    const backup = findBackup(context, BackupArn);
    if (backup.type === "SYSTEM") {
      throw validationException(
        `Invalid Request: User is not allowed to delete the system backup with arn ${BackupArn}. ` +
          `It will automatically expire on ${backup.expiresAt?.toISOString()}`,
      );
    }
    context.state.dynamodb.removeBackup(backup);
    return { BackupDescription: backup.describe("DELETED") };
  },
});
