import type { CreateLoginProfileCommandInput, CreateLoginProfileCommandOutput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { newLoginProfile } from "../credentials/loginProfile.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Gives a user a password for the console. */
export const createLoginProfile = operation<
  Input<CreateLoginProfileCommandInput>,
  Output<CreateLoginProfileCommandOutput>
>({
  service: "iam",
  name: "CreateLoginProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "CreateLoginProfile", userNameOrCaller(context, UserName)),
  run: (context, { UserName, Password, PasswordResetRequired = false }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    if (user.loginProfile) throw alreadyExists(`Login Profile for user ${user.name} already exists.`);
    if (Password === undefined) {
      throw new AwsError(
        "ValidationError",
        "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
      );
    }
    user.loginProfile = newLoginProfile(context, Password, PasswordResetRequired);
    return {
      LoginProfile: { UserName: user.name, CreateDate: context.now, PasswordResetRequired },
    };
  },
});
