import type { CallContext } from "../../callContext.ts";
import { keyAccessibility } from "./keyAccessibility.ts";
import { makeBackup } from "./makeBackup.ts";
import type { Table } from "./table.ts";

/**
 * Archives a table if its key was inaccessible for too long: it gets an on-demand backup of the moment when that was so, and
 * can only be restored from it. AWS's name of the backup was not recorded.
 * Source: DynamoDB Developer Guide, "DynamoDB encryption usage notes".
 */
export function archiveIfLost(context: CallContext, table: Table): void {
  if (table.archivalBackupArn !== undefined || !table.key) return;
  const found = keyAccessibility(context, table.key);
  if (found.kind !== "lost") return;
  const backup = makeBackup(context, table, {
    name: `${table.name}-archival`,
    type: "USER",
    createdAt: found.archivedAt,
  });
  table.archivalBackupArn = backup.arn;
}
