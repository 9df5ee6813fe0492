import type { UpdateSSHPublicKeyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findSshPublicKey } from "../credentials/sshPublicKey.ts";
import { isActive } from "../credentials/statedStatus.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Makes an SSH public key active or inactive. */
export const updateSSHPublicKey = operation<Input<UpdateSSHPublicKeyCommandInput>, object>({
  service: "iam",
  name: "UpdateSSHPublicKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSSHPublicKey.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "UpdateSSHPublicKey", UserName),
  run: (context, { UserName, SSHPublicKeyId, Status }) => {
    findSshPublicKey(findUser(context, UserName), SSHPublicKeyId).active = isActive(Status, "An SSH public key");
    return {};
  },
});
