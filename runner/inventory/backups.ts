import { ListBackupsCommand } from "@aws-sdk/client-dynamodb";
import type { Session } from "../../scenarios/contract/session.ts";

/** Backups of tables. */
export async function backups({ dynamodb }: Session): Promise<string[]> {
  const found: string[] = [];
  let ExclusiveStartBackupArn: string | undefined;
  do {
    const page = await dynamodb.send(new ListBackupsCommand({ ExclusiveStartBackupArn }));
    found.push(...(page.BackupSummaries ?? []).flatMap(({ BackupArn }) => BackupArn ?? []));
    ExclusiveStartBackupArn = page.LastEvaluatedBackupArn;
  } while (ExclusiveStartBackupArn !== undefined);
  return found;
}
