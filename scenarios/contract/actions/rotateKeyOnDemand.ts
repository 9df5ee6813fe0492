import { RotateKeyOnDemandCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Makes new material at once for a key. The old material stays, for what it has encrypted. Yields nothing. */
export function rotateKeyOnDemand<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:RotateKeyOnDemand",
    attempt: `RotateKeyOnDemand ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new RotateKeyOnDemandCommand({ KeyId: deployed[key].arn }));
      return answer(output, undefined);
    },
  };
}
