import { ListGrantsCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Lists the grants of a key. Yields a list of `{ GranteePrincipal, Operations, Name }`, up to 50 of them. */
export function listGrants<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:ListGrants",
    attempt: `ListGrants ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new ListGrantsCommand({ KeyId: deployed[key].arn }));
      return answer(
        output,
        output.Grants?.map(({ GranteePrincipal, Operations, Name }) => ({ GranteePrincipal, Operations, Name })),
      );
    },
  };
}
