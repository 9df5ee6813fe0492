import type { ChangePasswordCommandInput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { findLoginProfile, isPassword, setPassword } from "../credentials/loginProfile.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Changes the password of the user who calls. */
export const changePassword = operation<Input<ChangePasswordCommandInput>, object>({
  service: "iam",
  name: "ChangePassword",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html",
  readOnly: false,
  access: (context) =>
    context.caller.kind === "user"
      ? userAccess(context, "ChangePassword", context.caller.userName)
      : { noneBecause: "Only users have a password to change: everybody else is refused for what they are." },
  run: (context, { OldPassword, NewPassword }) => {
    if (context.caller.kind !== "user") {
      throw new AwsError("InvalidUserType", "Only IAM Users can change their own password.");
    }
    const profile = findLoginProfile(findUser(context, context.caller.userName));
    // How AWS answers a wrong password is not recorded anywhere.
    if (!isPassword(profile.password, OldPassword)) {
      throw new AwsError("AccessDenied", "The old password was incorrect.", { status: 403 });
    }
    setPassword(context, profile, NewPassword);
    profile.resetRequired = false;
    return {};
  },
});
