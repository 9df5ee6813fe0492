import { DescribeKeyCommand, GetKeyPolicyCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";

/** Reads the policy of the AWS managed key of a service, `dynamodb` for example. Yields the policy document. */
export function getServiceKeyPolicy(service: string): Action {
  return {
    operation: "kms:GetKeyPolicy",
    attempt: `GetKeyPolicy aws/${service}`,
    async perform(_deployed, session) {
      // GetKeyPolicy takes no alias.
      const described = await session.kms.send(new DescribeKeyCommand({ KeyId: `alias/aws/${service}` }));
      const output = await session.kms.send(new GetKeyPolicyCommand({ KeyId: described.KeyMetadata?.Arn }));
      const document: unknown = JSON.parse(output.Policy ?? "{}");
      return answer(output, document);
    },
  };
}
