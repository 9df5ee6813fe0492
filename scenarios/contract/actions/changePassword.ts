import { randomBytes } from "node:crypto";
import { ChangePasswordCommand } from "@aws-sdk/client-iam";
import type { UnprivilegedUserOutputs } from "../../../infra/unprivilegedUser.ts";
import { answer, type Action } from "../action.ts";

/** Has a user change their generated password to another one, of some length. Yields nothing. */
export function changePassword<User extends string>(
  user: User,
  { length }: { readonly length: number },
): Action<Record<User, UnprivilegedUserOutputs>> {
  return {
    operation: "iam:ChangePassword",
    attempt: `ChangePassword to one of ${length} characters`,
    async perform(deployed, session) {
      const command = new ChangePasswordCommand({
        OldPassword: deployed[user].password,
        NewPassword: passwordOf(length),
      });
      return answer(await session.iam.send(command), undefined);
    },
  };
}

/** Ends with a character of every kind that a password policy can ask for. */
function passwordOf(length: number): string {
  const ending = "aA1!";
  return (
    randomBytes(length)
      .toString("hex")
      .slice(0, length - ending.length) + ending
  );
}
