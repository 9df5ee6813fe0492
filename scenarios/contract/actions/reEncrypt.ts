import { ReEncryptCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Which ciphertext moves to another key, and where the new one is left. */
export interface ReEncryptOptions {
  /** The note that holds the ciphertext. */
  readonly noted: string;
  /** The note that the new ciphertext becomes. Default: it is thrown away. */
  readonly noteAs?: string;
}

/** Encrypts a noted ciphertext under another key, inside KMS. Yields nothing; the new ciphertext can be noted. */
export function reEncrypt<Key extends string>(
  destination: Key,
  { noted, noteAs }: ReEncryptOptions,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:ReEncrypt",
    attempt: `ReEncrypt ${noted} under ${destination}`,
    async perform(deployed, session) {
      const command = new ReEncryptCommand({
        CiphertextBlob: session.notes.bytes(noted),
        DestinationKeyId: deployed[destination].arn,
      });
      const output = await session.kms.send(command);
      if (noteAs !== undefined) session.notes.write(noteAs, output.CiphertextBlob);
      return answer(output, undefined);
    },
  };
}
