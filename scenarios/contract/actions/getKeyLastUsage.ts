import { GetKeyLastUsageCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Asks what a key was last used for. Yields `{ operation }`: a cryptographic operation such as `Encrypt`, or nothing. */
export function getKeyLastUsage<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:GetKeyLastUsage",
    attempt: `GetKeyLastUsage ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new GetKeyLastUsageCommand({ KeyId: deployed[key].arn }));
      return answer(output, { operation: output.KeyLastUsage?.Operation });
    },
  };
}
