import { EnableKeyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Enables a key. Yields nothing. */
export function enableKey<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:EnableKey",
    attempt: `EnableKey ${key}`,
    async perform(deployed, session) {
      return answer(await session.kms.send(new EnableKeyCommand({ KeyId: deployed[key].arn })), undefined);
    },
  };
}
