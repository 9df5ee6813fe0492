import { UpdateKeyDescriptionCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Changes what a key says it is for. Yields nothing. */
export function updateKeyDescription<Key extends string>(
  key: Key,
  description: string,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:UpdateKeyDescription",
    attempt: `UpdateKeyDescription ${key}`,
    async perform(deployed, session) {
      const command = new UpdateKeyDescriptionCommand({ KeyId: deployed[key].arn, Description: description });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
