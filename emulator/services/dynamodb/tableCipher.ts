import type { CallContext } from "../../callContext.ts";
import { openTableKey } from "./openTableKey.ts";
import { storeOf } from "./storeOf.ts";
import type { ItemCipher } from "./storage/itemCipher.ts";
import type { Table } from "./table.ts";

/**
 * What opens the items of a table for the caller: the table's key, which KMS decrypts for the caller, or the one that
 * DynamoDB owns, for which nothing is needed. Throws KMS's errors as DynamoDB words them.
 */
export async function tableCipher(context: CallContext, table: Table): Promise<ItemCipher> {
  return table.key ? openTableKey(context, table.key) : storeOf(context, table).ownedKeys.cipherOf(table.id);
}
