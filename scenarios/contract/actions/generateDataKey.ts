import { GenerateDataKeyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Makes an AES-256 data key and throws it away. Yields `{ bytes }`: how long the plain data key is. */
export function generateDataKey<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:GenerateDataKey",
    attempt: `GenerateDataKey ${key}`,
    async perform(deployed, session) {
      const command = new GenerateDataKeyCommand({ KeyId: deployed[key].arn, KeySpec: "AES_256" });
      const output = await session.kms.send(command);
      return answer(output, { bytes: output.Plaintext?.length });
    },
  };
}
