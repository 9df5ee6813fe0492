import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";

/** Describes the AWS managed key of a service, `dynamodb` for example. Yields its metadata as KMS names them: `KeyManager`, `KeyState` … */
export function describeServiceKey(service: string): Action {
  return {
    operation: "kms:DescribeKey",
    attempt: `DescribeKey aws/${service}`,
    async perform(_deployed, session) {
      const output = await session.kms.send(new DescribeKeyCommand({ KeyId: `alias/aws/${service}` }));
      return answer(output, output.KeyMetadata);
    },
  };
}
