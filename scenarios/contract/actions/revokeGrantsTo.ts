import { ListGrantsCommand, RevokeGrantCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import type { RoleOutputs } from "../../../infra/role.ts";
import { answer, type Action } from "../action.ts";

/** Revokes the grants on a key that sessions of a role have. Yields how many there were, of the first 50 grants of the key. */
export function revokeGrantsTo<Role extends string, Key extends string>(
  role: Role,
  key: Key,
): Action<Record<Role, RoleOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:RevokeGrant",
    attempt: `RevokeGrant ${key} to ${role}`,
    async perform(deployed, session) {
      const KeyId = deployed[key].arn;
      const listed = await session.kms.send(new ListGrantsCommand({ KeyId }));
      const sessions = `:assumed-role/${deployed[role].roleName}/`;
      const found = listed.Grants?.filter(({ GranteePrincipal }) => GranteePrincipal?.includes(sessions)) ?? [];
      const ended = await Promise.all(
        found.map(({ GrantId }) => session.kms.send(new RevokeGrantCommand({ KeyId, GrantId }))),
      );
      return answer(ended.at(-1) ?? listed, found.length);
    },
  };
}
