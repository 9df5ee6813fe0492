import { GenerateMacCommand, type MacAlgorithmSpec } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** How a code is made, and where it is left. */
export interface GenerateMacOptions {
  readonly macAlgorithm: MacAlgorithmSpec;
  /** The note that the code becomes. Default: it is thrown away. */
  readonly noteAs?: string;
}

/** Makes the message authentication code of a text. Yields nothing; the code can be noted. */
export function generateMac<Key extends string>(
  key: Key,
  message: string,
  { macAlgorithm, noteAs }: GenerateMacOptions,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:GenerateMac",
    attempt: `GenerateMac with ${key}`,
    async perform(deployed, session) {
      const command = new GenerateMacCommand({
        KeyId: deployed[key].arn,
        Message: Buffer.from(message),
        MacAlgorithm: macAlgorithm,
      });
      const output = await session.kms.send(command);
      if (noteAs !== undefined) session.notes.write(noteAs, output.Mac);
      return answer(output, undefined);
    },
  };
}
