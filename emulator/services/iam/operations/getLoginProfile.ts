import type { GetLoginProfileCommandInput, GetLoginProfileCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findLoginProfile } from "../credentials/loginProfile.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Tells whether a user has a password for the console; never the password. */
export const getLoginProfile = operation<Input<GetLoginProfileCommandInput>, Output<GetLoginProfileCommandOutput>>({
  service: "iam",
  name: "GetLoginProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "GetLoginProfile", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    const { createdAt, resetRequired } = findLoginProfile(user);
    return { LoginProfile: { UserName: user.name, CreateDate: createdAt, PasswordResetRequired: resetRequired } };
  },
});
