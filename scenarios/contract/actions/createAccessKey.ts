import { CreateAccessKeyCommand } from "@aws-sdk/client-iam";
import type { UnprivilegedUserOutputs } from "../../../infra/unprivilegedUser.ts";
import { answer, type Action } from "../action.ts";

/** Makes a further access key of a user. Yields nothing: the key is of no use to a scenario. */
export function createAccessKey<User extends string>(user: User): Action<Record<User, UnprivilegedUserOutputs>> {
  return {
    operation: "iam:CreateAccessKey",
    attempt: `CreateAccessKey ${user}`,
    async perform(deployed, session) {
      const command = new CreateAccessKeyCommand({ UserName: deployed[user].userName });
      return answer(await session.iam.send(command), undefined);
    },
  };
}
