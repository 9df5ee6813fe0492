import { GetKeyRotationStatusCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Asks whether KMS renews a key's material by itself. Yields `{ KeyRotationEnabled, RotationPeriodInDays }`. */
export function getKeyRotationStatus<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:GetKeyRotationStatus",
    attempt: `GetKeyRotationStatus ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new GetKeyRotationStatusCommand({ KeyId: deployed[key].arn }));
      const { KeyRotationEnabled, RotationPeriodInDays } = output;
      return answer(output, { KeyRotationEnabled, RotationPeriodInDays });
    },
  };
}
