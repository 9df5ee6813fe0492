import type { ListSSHPublicKeysCommandInput, ListSSHPublicKeysCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { userAccess, userNameOrCaller } from "../findUser.ts";
import { noneOf } from "../noneOf.ts";

/** Lists the SSH public keys of a user. There are none: the embedded AWS does not make any. */
export const listSSHPublicKeys = operation<
  Input<ListSSHPublicKeysCommandInput>,
  Output<ListSSHPublicKeysCommandOutput>
>({
  service: "iam",
  name: "ListSSHPublicKeys",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSSHPublicKeys.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListSSHPublicKeys", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => ({ SSHPublicKeys: [], ...noneOf(context, UserName) }),
});
