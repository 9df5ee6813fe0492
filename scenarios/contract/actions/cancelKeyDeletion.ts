import { CancelKeyDeletionCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Cancels the deletion of a key. The key is disabled afterwards. Yields nothing. */
export function cancelKeyDeletion<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:CancelKeyDeletion",
    attempt: `CancelKeyDeletion ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new CancelKeyDeletionCommand({ KeyId: deployed[key].arn }));
      return answer(output, undefined);
    },
  };
}
