import type { CallContext } from "../../callContext.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { askKms } from "./kmsError.ts";
import { storeOf } from "./storeOf.ts";
import { ItemCipher } from "./storage/itemCipher.ts";
import type { Table } from "./table.ts";

/**
 * What opens the items of a table for DynamoDB itself, as its grants on the key allow. Throws KMS's errors as DynamoDB words
 * them. AWS's refusals of operations that need it name the key; whether it asks as the caller or as itself was not recorded.
 */
export async function tableCipherOfService(context: CallContext, table: Table): Promise<ItemCipher> {
  const { key, arn, id } = table;
  if (!key) return storeOf(context, table).ownedKeys.cipherOf(id);
  const { wrapped: CiphertextBlob, encryptionContext: EncryptionContext } = key;
  const { Plaintext } = await askKms(
    context.callAsService("dynamodb", decrypt, { CiphertextBlob, EncryptionContext }, arn),
  );
  if (!Plaintext) throw new Error("KMS has decrypted a table's key without giving it.");
  return new ItemCipher(Plaintext, context.instance.random);
}
