import type { CallContext } from "../../callContext.ts";
import { openTableKey } from "./openTableKey.ts";
import type { ItemCipher } from "./storage/itemCipher.ts";
import type { Table } from "./table.ts";

/**
 * What opens the items of a table for the caller: the table's key, which KMS decrypts for the caller, or the one that
 * DynamoDB owns, for which nothing is needed. Throws KMS's errors as DynamoDB words them.
 */
export async function tableCipher(context: CallContext, { id, key }: Table): Promise<ItemCipher> {
  return key ? openTableKey(context, key) : context.state.dynamodb.ownedKeys.cipherOf(id);
}
