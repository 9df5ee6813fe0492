import type { UpdateAccountPasswordPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";

/** Sets the password policy of the account, all of it: what is left out goes back to its default. */
export const updateAccountPasswordPolicy = operation<Input<UpdateAccountPasswordPolicyCommandInput>, object>({
  service: "iam",
  name: "UpdateAccountPasswordPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html",
  readOnly: false,
  access: (context) => iamAccess(context, "UpdateAccountPasswordPolicy", "*"),
  run: ({ account }, stated) => {
    const { MinimumPasswordLength = 6, AllowUsersToChangePassword = false } = stated;
    account.iam.passwordPolicy = {
      ...stated,
      MinimumPasswordLength,
      RequireSymbols: stated.RequireSymbols ?? false,
      RequireNumbers: stated.RequireNumbers ?? false,
      RequireUppercaseCharacters: stated.RequireUppercaseCharacters ?? false,
      RequireLowercaseCharacters: stated.RequireLowercaseCharacters ?? false,
      AllowUsersToChangePassword,
    };
    return {};
  },
});
