import { GetLoginProfileCommand } from "@aws-sdk/client-iam";
import type { UnprivilegedUserOutputs } from "../../../infra/unprivilegedUser.ts";
import { answer, type Action } from "../action.ts";

/** Reads a user's console login profile. Yields `{ PasswordResetRequired }`. */
export function getLoginProfile<User extends string>(user: User): Action<Record<User, UnprivilegedUserOutputs>> {
  return {
    operation: "iam:GetLoginProfile",
    attempt: `GetLoginProfile ${user}`,
    async perform(deployed, session) {
      const output = await session.iam.send(new GetLoginProfileCommand({ UserName: deployed[user].userName }));
      return answer(output, { PasswordResetRequired: output.LoginProfile?.PasswordResetRequired ?? false });
    },
  };
}
