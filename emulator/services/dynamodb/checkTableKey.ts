import type { CallContext } from "../../callContext.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { askKms } from "./kmsError.ts";
import type { Table } from "./table.ts";

/**
 * Throws unless DynamoDB itself can use the key of a table, as its grants allow: KMS's errors as DynamoDB words them. AWS's
 * refusals of such operations name the key; whether it asks as the caller or as itself was not recorded.
 */
export async function checkTableKey(context: CallContext, { arn, key }: Table): Promise<void> {
  if (!key) return;
  const { wrapped: CiphertextBlob, encryptionContext: EncryptionContext } = key;
  await askKms(context.callAsService("dynamodb", decrypt, { CiphertextBlob, EncryptionContext }, arn));
}
