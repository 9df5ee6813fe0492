import type { DeleteSSHPublicKeyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findSshPublicKey } from "../credentials/sshPublicKey.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Deletes an SSH public key. */
export const deleteSSHPublicKey = operation<Input<DeleteSSHPublicKeyCommandInput>, object>({
  service: "iam",
  name: "DeleteSSHPublicKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSSHPublicKey.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "DeleteSSHPublicKey", UserName),
  run: (context, { UserName, SSHPublicKeyId }) => {
    const user = findUser(context, UserName);
    findSshPublicKey(user, SSHPublicKeyId);
    user.sshPublicKeys.delete(SSHPublicKeyId);
    return {};
  },
});
