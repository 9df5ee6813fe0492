import type {
  EnableEbsEncryptionByDefaultCommandInput,
  EnableEbsEncryptionByDefaultCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";

/** Encrypts what is made in the region from now on, whether or not a request asks for it. */
export const enableEbsEncryptionByDefault = ec2Operation<
  Input<EnableEbsEncryptionByDefaultCommandInput>,
  Output<EnableEbsEncryptionByDefaultCommandOutput>
>({
  name: "EnableEbsEncryptionByDefault",
  readOnly: false,
  access: (context) => [accountAccess(context, "EnableEbsEncryptionByDefault")],
  run: ({ state }) => {
    state.ec2.encryptsByDefault = true;
    return { EbsEncryptionByDefault: true };
  },
});
