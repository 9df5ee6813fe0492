import { DescribeKeyCommand, DisableKeyCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";

/** Tries to disable the AWS managed key of a service, `dynamodb` for example. Yields nothing. */
export function disableServiceKey(service: string): Action {
  return {
    operation: "kms:DisableKey",
    attempt: `DisableKey aws/${service}`,
    async perform(_deployed, session) {
      // DisableKey takes no alias.
      const described = await session.kms.send(new DescribeKeyCommand({ KeyId: `alias/aws/${service}` }));
      const output = await session.kms.send(new DisableKeyCommand({ KeyId: described.KeyMetadata?.Arn }));
      return answer(output, undefined);
    },
  };
}
