import { VerifyMacCommand, type MacAlgorithmSpec } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Which code is checked, and how it was made. */
export interface VerifyMacOptions {
  readonly macAlgorithm: MacAlgorithmSpec;
  /** The note that holds the code. */
  readonly noted: string;
}

/** Checks the code of a text. Yields `{ valid: true }`; one that is not is refused with KMSInvalidMacException. */
export function verifyMac<Key extends string>(
  key: Key,
  message: string,
  { macAlgorithm, noted }: VerifyMacOptions,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:VerifyMac",
    attempt: `VerifyMac ${noted} of "${message}"`,
    async perform(deployed, session) {
      const command = new VerifyMacCommand({
        KeyId: deployed[key].arn,
        Message: Buffer.from(message),
        Mac: session.notes.bytes(noted),
        MacAlgorithm: macAlgorithm,
      });
      const output = await session.kms.send(command);
      return answer(output, { valid: output.MacValid });
    },
  };
}
