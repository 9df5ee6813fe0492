import type { NamedPolicy } from "../../../authorization/accessRequest.ts";
import { parsePolicy } from "../../../authorization/policy.ts";

/**
 * What a password policy with `AllowUsersToChangePassword` gives to every user of the account: to change the own password,
 * which is the only one that ChangePassword is about, and to read the policy. That it counts as an identity policy, which
 * a Deny or a permissions boundary overrides, is not recorded anywhere.
 * Source: IAM API Reference, PasswordPolicy, `AllowUsersToChangePassword`.
 */
export const ownPasswordPermission: NamedPolicy = {
  name: "account password policy",
  policy: parsePolicy(
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "iam:ChangePassword", Resource: "arn:aws:iam::*:user/*" },
        { Effect: "Allow", Action: "iam:GetAccountPasswordPolicy", Resource: "*" },
      ],
    }),
    "identity policy",
  ),
};
