import type { CallContext } from "../../callContext.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { askKms } from "./kmsError.ts";
import { ItemCipher } from "./storage/itemCipher.ts";
import type { TableKey } from "./tableKey.ts";

/**
 * Makes a table's key available to the caller: Decrypt as the caller, unless the caller has done so within the last five
 * minutes. A refusal is not remembered. Gives what opens the table's items. Throws KMS's errors as DynamoDB words them.
 */
export async function openTableKey(context: CallContext, key: TableKey): Promise<ItemCipher> {
  const { caller, now } = context;
  const known = key.openedTo(caller, now);
  if (known) return known;
  const { Plaintext } = await askKms(
    context.callAsCaller("dynamodb", decrypt, {
      CiphertextBlob: key.wrapped,
      EncryptionContext: key.encryptionContext,
    }),
  );
  if (!Plaintext) throw new Error("KMS has decrypted a table's key without giving it.");
  const cipher = new ItemCipher(Plaintext, context.instance.random);
  key.open(caller, now, cipher);
  context.instance.tape.leaveSomething();
  return cipher;
}
