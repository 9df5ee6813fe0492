import { UpdateLoginProfileCommand } from "@aws-sdk/client-iam";
import type { UnprivilegedUserOutputs } from "../../../infra/unprivilegedUser.ts";
import { answer, type Action } from "../action.ts";

/** Has a user change their password at the next sign-in to the console. Yields nothing. */
export function updateLoginProfile<User extends string>(user: User): Action<Record<User, UnprivilegedUserOutputs>> {
  return {
    operation: "iam:UpdateLoginProfile",
    attempt: `UpdateLoginProfile ${user}`,
    async perform(deployed, session) {
      const command = new UpdateLoginProfileCommand({
        UserName: deployed[user].userName,
        PasswordResetRequired: true,
      });
      return answer(await session.iam.send(command), undefined);
    },
  };
}
