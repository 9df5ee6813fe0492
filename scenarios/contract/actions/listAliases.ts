import { ListAliasesCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Lists the aliases of a key. Yields their names, `alias/` included. */
export function listAliases<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:ListAliases",
    attempt: `ListAliases ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new ListAliasesCommand({ KeyId: deployed[key].arn }));
      return answer(
        output,
        output.Aliases?.map(({ AliasName }) => AliasName),
      );
    },
  };
}
