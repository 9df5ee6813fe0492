import { operation } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";

/** Takes the password policy of the account away: AWS's default holds again. */
export const deleteAccountPasswordPolicy = operation<object, object>({
  service: "iam",
  name: "DeleteAccountPasswordPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountPasswordPolicy.html",
  readOnly: false,
  access: (context) => iamAccess(context, "DeleteAccountPasswordPolicy", "*"),
  run: ({ account }) => {
    if (!account.iam.passwordPolicy) {
      throw noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
    }
    account.iam.passwordPolicy = undefined;
    return {};
  },
});
