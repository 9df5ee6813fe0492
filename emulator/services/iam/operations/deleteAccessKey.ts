import type { DeleteAccessKeyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findAccessKey } from "../credentials/accessKey.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Deletes an access key. */
export const deleteAccessKey = operation<Input<DeleteAccessKeyCommandInput>, object>({
  service: "iam",
  name: "DeleteAccessKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "DeleteAccessKey", userNameOrCaller(context, UserName)),
  run: (context, { UserName, AccessKeyId }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    context.account.iam.removeAccessKey(user, findAccessKey(user, AccessKeyId));
    return {};
  },
});
