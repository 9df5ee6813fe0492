import { RetireGrantCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";

/** Gives up a noted grant by its token, as its retiring principal does once the work is done. Yields nothing. */
export function retireGrant({ noted }: { readonly noted: string }): Action {
  return {
    operation: "kms:RetireGrant",
    attempt: `RetireGrant ${noted}`,
    async perform(_deployed, session) {
      const command = new RetireGrantCommand({ GrantToken: session.notes.text(`${noted}.token`) });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
