import { VerifyCommand, type SigningAlgorithmSpec } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Which signature is checked, and how it was made. */
export interface VerifyOptions {
  readonly signingAlgorithm: SigningAlgorithmSpec;
  /** The note that holds the signature. */
  readonly noted: string;
}

/** Checks the signature of a text. Yields `{ valid: true }`; one that is not is refused with KMSInvalidSignatureException. */
export function verify<Key extends string>(
  key: Key,
  message: string,
  { signingAlgorithm, noted }: VerifyOptions,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:Verify",
    attempt: `Verify ${noted} of "${message}"`,
    async perform(deployed, session) {
      const command = new VerifyCommand({
        KeyId: deployed[key].arn,
        Message: Buffer.from(message),
        Signature: session.notes.bytes(noted),
        SigningAlgorithm: signingAlgorithm,
      });
      const output = await session.kms.send(command);
      return answer(output, { valid: output.SignatureValid });
    },
  };
}
