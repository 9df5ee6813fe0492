import type { GetAccountPasswordPolicyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";

/** Shows the password policy that the account has set; AWS's default is not shown. */
export const getAccountPasswordPolicy = operation<object, Output<GetAccountPasswordPolicyCommandOutput>>({
  service: "iam",
  name: "GetAccountPasswordPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html",
  readOnly: true,
  access: (context) => iamAccess(context, "GetAccountPasswordPolicy", "*"),
  run: ({ account, accountId }) => {
    const { passwordPolicy } = account.iam;
    if (!passwordPolicy) throw noSuchEntity(`The Password Policy with domain name ${accountId} cannot be found.`);
    return { PasswordPolicy: { ...passwordPolicy, ExpirePasswords: passwordPolicy.MaxPasswordAge !== undefined } };
  },
});
