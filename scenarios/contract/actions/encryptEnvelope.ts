import { GenerateDataKeyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { sealText } from "../sealedText.ts";

/** What the data key is bound to, and where the envelope is left. */
export interface EncryptEnvelopeOptions {
  /** The name under which the envelope is noted. */
  readonly noteAs: string;
  /** Default: none. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
}

/**
 * Encrypts a text of any length with a data key of KMS, outside of KMS. The envelope, which is the text and the encrypted data key,
 * is noted. Yields nothing.
 */
export function encryptEnvelope<Key extends string>(
  key: Key,
  plaintext: string,
  { noteAs, encryptionContext }: EncryptEnvelopeOptions,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:GenerateDataKey",
    attempt: `GenerateDataKey ${key}, to encrypt ${noteAs}`,
    async perform(deployed, session) {
      const KeyId = deployed[key].arn;
      const command = new GenerateDataKeyCommand({ KeyId, KeySpec: "AES_256", EncryptionContext: encryptionContext });
      const output = await session.kms.send(command);
      session.notes.write(noteAs, sealText(output, plaintext));
      return answer(output, undefined);
    },
  };
}
