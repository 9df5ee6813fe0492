import type { UpdateAccessKeyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findAccessKey } from "../credentials/accessKey.ts";
import { isActive } from "../credentials/statedStatus.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Makes an access key active or inactive. */
export const updateAccessKey = operation<Input<UpdateAccessKeyCommandInput>, object>({
  service: "iam",
  name: "UpdateAccessKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "UpdateAccessKey", userNameOrCaller(context, UserName)),
  run: (context, { UserName, AccessKeyId, Status }) => {
    const active = isActive(Status, "An access key");
    const user = findUser(context, userNameOrCaller(context, UserName));
    findAccessKey(user, AccessKeyId).active = active;
    return {};
  },
});
