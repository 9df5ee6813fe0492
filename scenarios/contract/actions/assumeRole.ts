import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import type { RoleOutputs } from "../../../infra/role.ts";
import { answer, type Action } from "../action.ts";
import { noteSession } from "../principal.ts";

/** Assumes a role, and leaves the session's credentials for the principal `sessionNoted(name)`. Yields the session's ARN. */
export function assumeRole<Role extends string>(
  role: Role,
  { sessionName, noteAs }: { readonly sessionName: string; readonly noteAs: string },
): Action<Record<Role, RoleOutputs>> {
  return {
    operation: "sts:AssumeRole",
    attempt: `AssumeRole ${role} as ${sessionName}`,
    async perform(deployed, session) {
      const command = new AssumeRoleCommand({ RoleArn: deployed[role].arn, RoleSessionName: sessionName });
      const output = await session.sts.send(command);
      const { AccessKeyId = "", SecretAccessKey = "", SessionToken } = output.Credentials ?? {};
      noteSession(session.notes, noteAs, {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
      });
      return answer(output, output.AssumedRoleUser?.Arn);
    },
  };
}
