import { ListAttachedUserPoliciesCommand } from "@aws-sdk/client-iam";
import type { UnprivilegedUserOutputs } from "../../../infra/unprivilegedUser.ts";
import { answer, type Action } from "../action.ts";

/** Lists the managed policies that are attached to a user. Yields their names. */
export function listAttachedUserPolicies<User extends string>(
  user: User,
): Action<Record<User, UnprivilegedUserOutputs>> {
  return {
    operation: "iam:ListAttachedUserPolicies",
    attempt: `ListAttachedUserPolicies ${user}`,
    async perform(deployed, session) {
      const command = new ListAttachedUserPoliciesCommand({ UserName: deployed[user].userName });
      const output = await session.iam.send(command);
      return answer(
        output,
        output.AttachedPolicies?.map(({ PolicyName }) => PolicyName),
      );
    },
  };
}
