import { GetKeyPolicyCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";
import { serviceKeyArn } from "../serviceKeyArn.ts";

/** Reads the policy of the AWS managed key of a service, `dynamodb` for example. Yields the policy document; its text can be noted. */
export function getServiceKeyPolicy(service: string, { noteAs }: { readonly noteAs?: string } = {}): Action {
  return {
    operation: "kms:GetKeyPolicy",
    attempt: `GetKeyPolicy aws/${service}`,
    async perform(_deployed, session) {
      const output = await session.kms.send(new GetKeyPolicyCommand({ KeyId: await serviceKeyArn(session, service) }));
      if (noteAs !== undefined) session.notes.write(noteAs, output.Policy);
      const document: unknown = JSON.parse(output.Policy ?? "{}");
      return answer(output, document);
    },
  };
}
