import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import type { PolicyDocument } from "../../../infra/policies/policyDocument.ts";
import type { RoleOutputs } from "../../../infra/role.ts";
import { answer, type Action } from "../action.ts";
import { noteSession } from "../principal.ts";

/** How the session is called, what it may do, and where its credentials are left. */
export interface AssumeRoleOptions {
  readonly sessionName: string;
  /** The principal `sessionNoted` of this name acts in the session. */
  readonly noteAs: string;
  /** The most that the session may do of what the role may. Default: no limit. */
  readonly sessionPolicy?: PolicyDocument;
}

/** Assumes a role, and leaves the session's credentials for the principal `sessionNoted(name)`. Yields the session's ARN. */
export function assumeRole<Role extends string>(
  role: Role,
  { sessionName, noteAs, sessionPolicy }: AssumeRoleOptions,
): Action<Record<Role, RoleOutputs>> {
  return {
    operation: "sts:AssumeRole",
    attempt: `AssumeRole ${role} as ${sessionName}`,
    async perform(deployed, session) {
      const command = new AssumeRoleCommand({
        RoleArn: deployed[role].arn,
        RoleSessionName: sessionName,
        Policy: sessionPolicy && JSON.stringify(sessionPolicy),
      });
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
