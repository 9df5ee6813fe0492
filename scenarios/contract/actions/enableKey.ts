import { EnableKeyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Enables a key. What was encrypted before can be read again. Yields nothing. */
export function enableKey<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:EnableKey",
    attempt: `EnableKey ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new EnableKeyCommand({ KeyId: deployed[key].arn }));
      return answer(output, undefined);
    },
  };
}
