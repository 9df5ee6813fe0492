import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { answer, type Action } from "../action.ts";

/** Asks AWS who one is, for which no permission is needed. Yields the ARN. */
export function getCallerIdentity(): Action {
  return {
    operation: "sts:GetCallerIdentity",
    attempt: "GetCallerIdentity",
    async perform(_deployed, session) {
      const output = await session.sts.send(new GetCallerIdentityCommand({}));
      return answer(output, output.Arn);
    },
  };
}
