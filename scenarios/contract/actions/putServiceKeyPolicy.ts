import { DescribeKeyCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { accountRootArn } from "../../../infra/policies/accountRootArn.ts";
import { defaultKeyPolicy } from "../../../infra/policies/defaultKeyPolicy.ts";
import { answer, type Action } from "../action.ts";

/** Tries to give the AWS managed key of a service, `dynamodb` for example, the policy that leaves all to IAM. Yields nothing. */
export function putServiceKeyPolicy(service: string): Action {
  return {
    operation: "kms:PutKeyPolicy",
    attempt: `PutKeyPolicy aws/${service}`,
    async perform(_deployed, session) {
      // PutKeyPolicy takes no alias.
      const { KeyMetadata: key } = await session.kms.send(new DescribeKeyCommand({ KeyId: `alias/aws/${service}` }));
      const policy = defaultKeyPolicy(accountRootArn(key?.AWSAccountId ?? ""));
      const command = new PutKeyPolicyCommand({ KeyId: key?.Arn, Policy: JSON.stringify(policy) });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
