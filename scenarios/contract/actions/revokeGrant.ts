import { RevokeGrantCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Takes a noted grant back, as an administrator of the key does. Yields nothing. */
export function revokeGrant<Key extends string>(
  key: Key,
  { noted }: { readonly noted: string },
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:RevokeGrant",
    attempt: `RevokeGrant ${noted} of ${key}`,
    async perform(deployed, session) {
      const command = new RevokeGrantCommand({
        KeyId: deployed[key].arn,
        GrantId: session.notes.text(`${noted}.id`),
      });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
