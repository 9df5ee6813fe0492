import { EncryptCommand, type EncryptionAlgorithmSpec } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** How a text is encrypted, and where the ciphertext is left. */
export interface EncryptOptions {
  /** The note that the ciphertext becomes. Default: it is thrown away. */
  readonly noteAs?: string;
  /** Default: none. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
  /** Default: that of symmetric keys. */
  readonly encryptionAlgorithm?: EncryptionAlgorithmSpec;
  /** Whether to name the key by the alias that it was made with, wherever that leads by now. Default: no, by ARN. */
  readonly byAlias?: boolean;
}

/** Encrypts a text. Yields nothing; the ciphertext can be noted. */
export function encrypt<Key extends string>(
  key: Key,
  plaintext: string,
  { noteAs, encryptionContext, encryptionAlgorithm, byAlias = false }: EncryptOptions = {},
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:Encrypt",
    attempt: byAlias ? `Encrypt alias of ${key}` : `Encrypt ${key}`,
    async perform(deployed, session) {
      const command = new EncryptCommand({
        KeyId: byAlias ? deployed[key].aliasName : deployed[key].arn,
        Plaintext: Buffer.from(plaintext),
        EncryptionContext: encryptionContext,
        EncryptionAlgorithm: encryptionAlgorithm,
      });
      const output = await session.kms.send(command);
      if (noteAs !== undefined) session.notes.write(noteAs, output.CiphertextBlob);
      return answer(output, undefined);
    },
  };
}
