import { AttachUserPolicyCommand } from "@aws-sdk/client-iam";
import type { UnprivilegedUserOutputs } from "../../../infra/unprivilegedUser.ts";
import { answer, type Action } from "../action.ts";

/** Attaches a policy of AWS to a user, by its name. Yields nothing. */
export function attachUserPolicy<User extends string>(
  user: User,
  policyName: string,
): Action<Record<User, UnprivilegedUserOutputs>> {
  return {
    operation: "iam:AttachUserPolicy",
    attempt: `AttachUserPolicy ${policyName} to ${user}`,
    async perform(deployed, session) {
      const command = new AttachUserPolicyCommand({
        UserName: deployed[user].userName,
        PolicyArn: `arn:aws:iam::aws:policy/${policyName}`,
      });
      return answer(await session.iam.send(command), undefined);
    },
  };
}
