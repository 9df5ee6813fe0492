import type { UploadSSHPublicKeyCommandInput, UploadSSHPublicKeyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { newSshPublicKey, shownSshPublicKey } from "../credentials/sshPublicKey.ts";
import { checkQuota } from "../quotas.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Gives a user an SSH public key. */
export const uploadSSHPublicKey = operation<
  Input<UploadSSHPublicKeyCommandInput>,
  Output<UploadSSHPublicKeyCommandOutput>
>({
  service: "iam",
  name: "UploadSSHPublicKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "UploadSSHPublicKey", UserName),
  run: (context, { UserName, SSHPublicKeyBody: body }) => {
    const user = findUser(context, UserName);
    const key = newSshPublicKey(user, body);
    checkQuota("SSHPublicKeysPerUser", user.sshPublicKeys.size + 1);
    const id = context.instance.random.uniqueId("APKA");
    const sshKey = { id, body, key, uploadedAt: context.now, active: true };
    user.sshPublicKeys.set(id, sshKey);
    return { SSHPublicKey: shownSshPublicKey(user, sshKey) };
  },
});
