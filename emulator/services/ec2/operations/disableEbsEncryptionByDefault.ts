import type {
  DisableEbsEncryptionByDefaultCommandInput,
  DisableEbsEncryptionByDefaultCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";

/** Encrypts only what a request asks for, or what was encrypted before. */
export const disableEbsEncryptionByDefault = ec2Operation<
  Input<DisableEbsEncryptionByDefaultCommandInput>,
  Output<DisableEbsEncryptionByDefaultCommandOutput>
>({
  name: "DisableEbsEncryptionByDefault",
  readOnly: false,
  access: (context) => [accountAccess(context, "DisableEbsEncryptionByDefault")],
  run: ({ state }) => {
    state.ec2.encryptsByDefault = false;
    return { EbsEncryptionByDefault: false };
  },
});
