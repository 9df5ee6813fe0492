import type { ModifyEbsDefaultKmsKeyIdCommandInput, ModifyEbsDefaultKmsKeyIdCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { keyArn } from "../keyArn.ts";

/** Sets the key that encrypts what names none. */
export const modifyEbsDefaultKmsKeyId = ec2Operation<
  Input<ModifyEbsDefaultKmsKeyIdCommandInput>,
  Output<ModifyEbsDefaultKmsKeyIdCommandOutput>
>({
  name: "ModifyEbsDefaultKmsKeyId",
  readOnly: false,
  access: (context) => [accountAccess(context, "ModifyEbsDefaultKmsKeyId")],
  run: async (context, input) => {
    const KmsKeyId = await keyArn(context, input.KmsKeyId);
    context.state.ec2.defaultKmsKeyId = KmsKeyId;
    return { KmsKeyId };
  },
});
