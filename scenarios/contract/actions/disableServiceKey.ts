import { DisableKeyCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";
import { serviceKeyArn } from "../serviceKeyArn.ts";

/** Tries to disable the AWS managed key of a service, `dynamodb` for example. Yields nothing. */
export function disableServiceKey(service: string): Action {
  return {
    operation: "kms:DisableKey",
    attempt: `DisableKey aws/${service}`,
    async perform(_deployed, session) {
      const command = new DisableKeyCommand({ KeyId: await serviceKeyArn(session, service) });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
