import type { GetEbsDefaultKmsKeyIdCommandInput, GetEbsDefaultKmsKeyIdCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { managedKey } from "../wantedKey.ts";

/** Tells which key encrypts what names none. Source of the alias: AWS CLI Command Reference, `get-ebs-default-kms-key-id`. */
export const getEbsDefaultKmsKeyId = ec2Operation<
  Input<GetEbsDefaultKmsKeyIdCommandInput>,
  Output<GetEbsDefaultKmsKeyIdCommandOutput>
>({
  name: "GetEbsDefaultKmsKeyId",
  readOnly: true,
  access: (context) => [accountAccess(context, "GetEbsDefaultKmsKeyId")],
  run: ({ state }) => ({ KmsKeyId: state.ec2.defaultKmsKeyId ?? managedKey }),
});
