import type {
  GetEbsEncryptionByDefaultCommandInput,
  GetEbsEncryptionByDefaultCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";

/** Tells whether everything in the region is encrypted. */
export const getEbsEncryptionByDefault = ec2Operation<
  Input<GetEbsEncryptionByDefaultCommandInput>,
  Output<GetEbsEncryptionByDefaultCommandOutput>
>({
  name: "GetEbsEncryptionByDefault",
  readOnly: true,
  access: (context) => [accountAccess(context, "GetEbsEncryptionByDefault")],
  run: ({ state }) => ({ EbsEncryptionByDefault: state.ec2.encryptsByDefault }),
});
