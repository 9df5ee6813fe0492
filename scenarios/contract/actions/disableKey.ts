import { DisableKeyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Disables a key. Yields nothing. */
export function disableKey<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:DisableKey",
    attempt: `DisableKey ${key}`,
    async perform(deployed, session) {
      return answer(await session.kms.send(new DisableKeyCommand({ KeyId: deployed[key].arn })), undefined);
    },
  };
}
