import { SignCommand, type SigningAlgorithmSpec } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** How a text is signed, and where the signature is left. */
export interface SignOptions {
  readonly signingAlgorithm: SigningAlgorithmSpec;
  /** The note that the signature becomes. Default: it is thrown away. */
  readonly noteAs?: string;
}

/** Signs a text. Yields nothing; the signature can be noted. */
export function sign<Key extends string>(
  key: Key,
  message: string,
  { signingAlgorithm, noteAs }: SignOptions,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:Sign",
    attempt: `Sign with ${key}`,
    async perform(deployed, session) {
      const command = new SignCommand({
        KeyId: deployed[key].arn,
        Message: Buffer.from(message),
        SigningAlgorithm: signingAlgorithm,
      });
      const output = await session.kms.send(command);
      if (noteAs !== undefined) session.notes.write(noteAs, output.Signature);
      return answer(output, undefined);
    },
  };
}
