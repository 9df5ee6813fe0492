import type { ResetEbsDefaultKmsKeyIdCommandInput, ResetEbsDefaultKmsKeyIdCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { keyArn } from "../keyArn.ts";
import { managedKey } from "../wantedKey.ts";

/** Makes `aws/ebs` the key that encrypts what names none, as it is to begin with. */
export const resetEbsDefaultKmsKeyId = ec2Operation<
  Input<ResetEbsDefaultKmsKeyIdCommandInput>,
  Output<ResetEbsDefaultKmsKeyIdCommandOutput>
>({
  name: "ResetEbsDefaultKmsKeyId",
  readOnly: false,
  access: (context) => [accountAccess(context, "ResetEbsDefaultKmsKeyId")],
  run: async (context) => {
    context.state.ec2.defaultKmsKeyId = undefined;
    return { KmsKeyId: await keyArn(context, managedKey) };
  },
});
