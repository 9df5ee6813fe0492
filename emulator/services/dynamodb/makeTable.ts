import type { CallContext } from "../../callContext.ts";
import { Capacity } from "./capacity.ts";
import { checkThroughput } from "./checkThroughput.ts";
import { encryptTable } from "./encryptTable.ts";
import type { RequestedEncryption } from "./requestedEncryption.ts";
import type { ItemCipher } from "./storage/itemCipher.ts";
import type { TableDefinition } from "./storage/itemStorage.ts";
import { Table, type NewTable } from "./table.ts";
import { tableAddress } from "./tableAddress.ts";
import type { TableKey } from "./tableKey.ts";

/** What a new table has besides keys, indexes and encryption. */
export type TableSettings = Pick<NewTable, "tags" | "deletionProtection" | "tableClass" | "restoreSummary">;

/** A new table, and what opens its items. */
interface NewlyMade {
  readonly table: Table;
  readonly cipher: ItemCipher;
}

/** Makes a table in the caller's account, with a place in the item storage, and under a key if one is asked for. */
export async function makeTable(
  context: CallContext,
  definition: TableDefinition,
  encryption: RequestedEncryption,
  settings: TableSettings,
): Promise<NewlyMade> {
  const { now, accountId, state, region } = context;
  checkThroughput(region, definition);
  const id = context.instance.random.uuid();
  const { key, cipher } = await newEncryption(context, definition, id, encryption);
  const table = new Table({
    ...settings,
    definition,
    arn: tableAddress(context, definition.TableName).arn,
    accountId,
    id,
    createdAt: now,
    capacity: new Capacity(definition, now),
    key,
  });
  state.dynamodb.addTable(table);
  return { table, cipher };
}

/** The place in the storage comes first: it checks the definition and keeps the name. KMS's refusal gives it back. */
async function newEncryption(
  context: CallContext,
  definition: TableDefinition,
  id: string,
  encryption: RequestedEncryption,
): Promise<{ readonly key?: TableKey; readonly cipher: ItemCipher }> {
  const { items, ownedKeys } = context.state.dynamodb;
  items.createTable(definition);
  if (encryption.kind === "owned") return { cipher: ownedKeys.cipherOf(id) };
  try {
    return await encryptTable(context, tableAddress(context, definition.TableName), encryption.keyId);
  } catch (error) {
    items.deleteTable(definition.TableName);
    throw error;
  }
}
