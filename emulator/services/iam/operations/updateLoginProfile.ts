import type { UpdateLoginProfileCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findLoginProfile, setPassword } from "../credentials/loginProfile.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Changes the password of a user. */
export const updateLoginProfile = operation<Input<UpdateLoginProfileCommandInput>, object>({
  service: "iam",
  name: "UpdateLoginProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateLoginProfile.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "UpdateLoginProfile", UserName),
  run: (context, { UserName, Password, PasswordResetRequired }) => {
    const profile = findLoginProfile(findUser(context, UserName));
    if (Password !== undefined) setPassword(context, profile, Password);
    profile.resetRequired = PasswordResetRequired ?? profile.resetRequired;
    return {};
  },
});
