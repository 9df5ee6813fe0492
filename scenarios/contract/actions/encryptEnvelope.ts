import { createCipheriv, randomBytes } from "node:crypto";
import { GenerateDataKeyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { noteEnvelope } from "../envelope.ts";

/** What the data key is bound to, and where the envelope is left. */
export interface EncryptEnvelopeOptions {
  /** The name under which the envelope is noted. */
  readonly noteAs: string;
  /** Default: none. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
}

/** As NIST SP 800-38D recommends for GCM. */
const nonceBytes = 12;

/**
 * Encrypts a text of any length: with a data key of KMS, by AES-256-GCM, outside of KMS. The envelope that is noted keeps the
 * encrypted data key; the plain one is thrown away. Yields nothing.
 * Source: KMS Developer Guide, "Envelope encryption" and "Data keys".
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
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", output.Plaintext ?? new Uint8Array(), nonce);
      const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
      const encryptedDataKey = output.CiphertextBlob ?? new Uint8Array();
      noteEnvelope(session.notes, noteAs, { encryptedDataKey, nonce, ciphertext, tag: cipher.getAuthTag() });
      return answer(output, undefined);
    },
  };
}
