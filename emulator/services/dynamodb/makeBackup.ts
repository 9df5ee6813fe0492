import type { BackupType } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../callContext.ts";
import { Backup } from "./backup.ts";
import { storeOf } from "./storeOf.ts";
import type { Table } from "./table.ts";

/** What is to be known of a backup besides its table. */
export interface BackupRequest {
  readonly name: string;
  readonly type: BackupType;
  readonly createdAt: Date;
  readonly expiresAt?: Date;
}

/** Makes a backup of a table, in the store of the table's owner; its items stay encrypted. */
export function makeBackup(context: CallContext, table: Table, request: BackupRequest): Backup {
  const { createdAt } = request;
  const store = storeOf(context, table);
  const id = `${String(createdAt.getTime()).padStart(14, "0")}-${context.instance.random.bytes(4).toString("hex")}`;
  const backup = new Backup({
    ...request,
    arn: `${table.arn}/backup/${id}`,
    source: table.describe(createdAt),
    timeToLive: table.timeToLive.describe(),
    definition: { ...table.definition, ...table.capacity.definition },
    key: table.key,
    items: store.items.snapshot(table.name),
  });
  store.addBackup(backup);
  return backup;
}
