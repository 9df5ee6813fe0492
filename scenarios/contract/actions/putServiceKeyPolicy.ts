import { PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";
import { serviceKeyArn } from "../serviceKeyArn.ts";

/** Tries to write a noted policy to the AWS managed key of a service, `dynamodb` for example. Yields nothing. */
export function putServiceKeyPolicy(service: string, { noted }: { readonly noted: string }): Action {
  return {
    operation: "kms:PutKeyPolicy",
    attempt: `PutKeyPolicy aws/${service}: ${noted}`,
    async perform(_deployed, session) {
      const command = new PutKeyPolicyCommand({
        KeyId: await serviceKeyArn(session, service),
        Policy: session.notes.text(noted),
      });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
