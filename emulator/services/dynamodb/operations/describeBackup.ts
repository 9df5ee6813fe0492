import type { DescribeBackupCommandInput, DescribeBackupCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { backupAccess } from "../backupAccess.ts";
import { findBackup } from "../findBackup.ts";

/** Describes a backup and the table that it is of. */
export const describeBackup = operation<Input<DescribeBackupCommandInput>, Output<DescribeBackupCommandOutput>>({
  service: "dynamodb",
  name: "DescribeBackup",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeBackup.html",
  readOnly: true,
  access: (context, { BackupArn }) => [backupAccess(context, "dynamodb:DescribeBackup", BackupArn)],
  run: (context, { BackupArn }) => ({ BackupDescription: findBackup(context, BackupArn).describe() }),
});
