import type { ListAccessKeysCommandInput, ListAccessKeysCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Lists the access keys of a user, without their secrets. */
export const listAccessKeys = operation<Input<ListAccessKeysCommandInput>, Output<ListAccessKeysCommandOutput>>({
  service: "iam",
  name: "ListAccessKeys",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListAccessKeys", userNameOrCaller(context, UserName)),
  run: (context, input) => {
    const user = findUser(context, userNameOrCaller(context, input.UserName));
    const { items, truncation } = page([...user.accessKeys.values()], ({ accessKeyId }) => accessKeyId, input);
    const shown = items.map(({ accessKeyId, active, createdAt }) => ({
      UserName: user.name,
      AccessKeyId: accessKeyId,
      Status: active ? ("Active" as const) : ("Inactive" as const),
      CreateDate: createdAt,
    }));
    return { AccessKeyMetadata: shown, ...truncation };
  },
});
