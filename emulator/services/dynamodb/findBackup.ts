import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Backup } from "./backup.ts";
import { backupsOf } from "./backupsOf.ts";

/** Finds a backup of the caller's account. Throws BackupNotFoundException. */
export function findBackup(context: CallContext, backupArn: string): Backup {
  const backup = backupsOf(context).find(({ arn }) => arn === backupArn);
  if (!backup) throw new AwsError("BackupNotFoundException", `Backup not found: ${backupArn}`);
  return backup;
}
