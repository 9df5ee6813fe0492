import type { CallContext } from "../../callContext.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { askKms } from "./kmsError.ts";
import type { TableKey } from "./tableKey.ts";

/**
 * Makes a table's key available to the caller: Decrypt as the caller, unless the caller has done so within the last five
 * minutes. A refusal is not remembered. Throws KMS's errors as DynamoDB words them.
 */
export async function openTableKey(context: CallContext, key: TableKey): Promise<void> {
  const { caller, now } = context;
  if (key.isOpenTo(caller, now)) return;
  await askKms(
    context.callAsCaller("dynamodb", decrypt, {
      CiphertextBlob: key.wrapped,
      EncryptionContext: key.encryptionContext,
    }),
  );
  key.opened(caller, now);
}
