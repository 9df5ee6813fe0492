import type { ListAccessKeysCommandInput, ListAccessKeysCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { listedOwner, listedOwnerAccess } from "../users/findUser.ts";

/** Lists the access keys of a user, without their secrets. */
export const listAccessKeys = operation<Input<ListAccessKeysCommandInput>, Output<ListAccessKeysCommandOutput>>({
  service: "iam",
  name: "ListAccessKeys",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html",
  readOnly: true,
  access: (context, { UserName }) => listedOwnerAccess(context, "ListAccessKeys", UserName),
  run: (context, input) => {
    const user = listedOwner(context, input.UserName);
    if (!user) return { AccessKeyMetadata: [], IsTruncated: false };
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
