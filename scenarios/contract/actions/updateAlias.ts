import { UpdateAliasCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Moves the alias that one key was made with to another key. Yields nothing. */
export function updateAlias<From extends string, To extends string>(
  from: From,
  to: To,
): Action<Record<From | To, EncryptionKeyOutputs>> {
  return {
    operation: "kms:UpdateAlias",
    attempt: `UpdateAlias of ${from} to ${to}`,
    async perform(deployed, session) {
      const command = new UpdateAliasCommand({ AliasName: deployed[from].aliasName, TargetKeyId: deployed[to].keyId });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
