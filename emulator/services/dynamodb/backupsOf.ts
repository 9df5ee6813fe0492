import type { CallContext } from "../../callContext.ts";
import { archiveIfLost } from "./archiveIfLost.ts";
import type { Backup } from "./backup.ts";

/** The backups of the caller's account that have not expired, those that its tables have got by now among them. */
export function backupsOf(context: CallContext): Backup[] {
  const { dynamodb } = context.state;
  for (const table of dynamodb.tables()) archiveIfLost(context, table);
  return dynamodb.backups().filter(({ expiresAt }) => !expiresAt || expiresAt > context.now);
}
