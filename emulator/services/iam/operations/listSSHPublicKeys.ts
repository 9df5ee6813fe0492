import type { ListSSHPublicKeysCommandInput, ListSSHPublicKeysCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { listedOwner, listedOwnerAccess } from "../users/findUser.ts";

/** Lists the SSH public keys of a user, without the keys themselves. */
export const listSSHPublicKeys = operation<
  Input<ListSSHPublicKeysCommandInput>,
  Output<ListSSHPublicKeysCommandOutput>
>({
  service: "iam",
  name: "ListSSHPublicKeys",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSSHPublicKeys.html",
  readOnly: true,
  access: (context, { UserName }) => listedOwnerAccess(context, "ListSSHPublicKeys", UserName),
  run: (context, input) => {
    const user = listedOwner(context, input.UserName);
    if (!user) return { SSHPublicKeys: [], IsTruncated: false };
    const { items, truncation } = page([...user.sshPublicKeys.values()], ({ id }) => id, input);
    const SSHPublicKeys = items.map(({ id, active, uploadedAt }) => ({
      UserName: user.name,
      SSHPublicKeyId: id,
      Status: active ? ("Active" as const) : ("Inactive" as const),
      UploadDate: uploadedAt,
    }));
    return { SSHPublicKeys, ...truncation };
  },
});
