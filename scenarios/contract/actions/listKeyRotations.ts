import { ListKeyRotationsCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Lists the rotations of a key, oldest first. Yields their types: `AUTOMATIC`, `ON_DEMAND`. */
export function listKeyRotations<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:ListKeyRotations",
    attempt: `ListKeyRotations ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new ListKeyRotationsCommand({ KeyId: deployed[key].arn }));
      return answer(
        output,
        output.Rotations?.map(({ RotationType }) => RotationType),
      );
    },
  };
}
