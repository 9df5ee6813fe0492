import { EnableKeyRotationCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Has KMS renew a key's material every year. Yields nothing. */
export function enableKeyRotation<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:EnableKeyRotation",
    attempt: `EnableKeyRotation ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new EnableKeyRotationCommand({ KeyId: deployed[key].arn }));
      return answer(output, undefined);
    },
  };
}
