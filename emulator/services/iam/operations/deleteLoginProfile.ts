import type { DeleteLoginProfileCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findLoginProfile } from "../credentials/loginProfile.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Takes the password of a user away; its access keys go on working. */
export const deleteLoginProfile = operation<Input<DeleteLoginProfileCommandInput>, object>({
  service: "iam",
  name: "DeleteLoginProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteLoginProfile.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "DeleteLoginProfile", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    findLoginProfile(user);
    user.loginProfile = undefined;
    return {};
  },
});
