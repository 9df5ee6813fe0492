import { DecryptCommand, type EncryptionAlgorithmSpec } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Which ciphertext is decrypted, and how. */
export interface DecryptOptions<Key extends string> {
  /** The note that holds the ciphertext. */
  readonly noted: string;
  /** The key to name. Default: none, as the ciphertext of a symmetric key tells its key. */
  readonly key?: Key;
  /** Default: none. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
  /** Default: that of symmetric keys. */
  readonly encryptionAlgorithm?: EncryptionAlgorithmSpec;
  /** The noted grant whose token goes with the request: it counts at once then. Default: none. */
  readonly grant?: string;
}

/** Decrypts a ciphertext that an attempt has left. Yields the text. */
export function decrypt<Key extends string = never>({
  noted,
  key,
  encryptionContext,
  encryptionAlgorithm,
  grant,
}: DecryptOptions<Key>): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:Decrypt",
    attempt: `Decrypt ${noted}`,
    async perform(deployed, session) {
      const command = new DecryptCommand({
        KeyId: key === undefined ? undefined : deployed[key].arn,
        CiphertextBlob: session.notes.bytes(noted),
        EncryptionContext: encryptionContext,
        EncryptionAlgorithm: encryptionAlgorithm,
        GrantTokens: grant === undefined ? undefined : [session.notes.text(`${grant}.token`)],
      });
      const output = await session.kms.send(command);
      return answer(output, Buffer.from(output.Plaintext ?? []).toString());
    },
  };
}
