import type { GetSSHPublicKeyCommandInput, GetSSHPublicKeyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findSshPublicKey, shownSshPublicKey } from "../credentials/sshPublicKey.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Shows an SSH public key in the format that is asked for. */
export const getSSHPublicKey = operation<Input<GetSSHPublicKeyCommandInput>, Output<GetSSHPublicKeyCommandOutput>>({
  service: "iam",
  name: "GetSSHPublicKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSSHPublicKey.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "GetSSHPublicKey", UserName),
  run: (context, { UserName, SSHPublicKeyId, Encoding }) => {
    const user = findUser(context, UserName);
    return { SSHPublicKey: shownSshPublicKey(user, findSshPublicKey(user, SSHPublicKeyId), Encoding) };
  },
});
