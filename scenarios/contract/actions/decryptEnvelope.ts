import { DecryptCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";
import { openText, readSealedText } from "../sealedText.ts";

/** Which envelope is opened, and what its data key is bound to. */
export interface DecryptEnvelopeOptions {
  /** The name under which the envelope is noted. */
  readonly noted: string;
  /** Default: none. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
}

/** Has KMS decrypt the data key of an envelope, and decrypts the rest outside of KMS. Yields the text. */
export function decryptEnvelope({ noted, encryptionContext }: DecryptEnvelopeOptions): Action {
  return {
    operation: "kms:Decrypt",
    attempt: `Decrypt the data key of ${noted}`,
    async perform(_deployed, session) {
      const sealed = readSealedText(session.notes.text(noted));
      const command = new DecryptCommand({
        CiphertextBlob: sealed.encryptedDataKey,
        EncryptionContext: encryptionContext,
      });
      const output = await session.kms.send(command);
      return answer(output, openText(output, sealed));
    },
  };
}
