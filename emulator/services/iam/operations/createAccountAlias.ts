import type { CreateAccountAliasCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";

/** Gives the account an alias, in place of one that it has. No two accounts have the same. */
export const createAccountAlias = operation<Input<CreateAccountAliasCommandInput>, object>({
  service: "iam",
  name: "CreateAccountAlias",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html",
  readOnly: false,
  access: (context) => iamAccess(context, "CreateAccountAlias", "*"),
  run: ({ account, instance }, { AccountAlias }) => {
    const isTaken = instance.accounts().some((other) => other !== account && other.iam.alias === AccountAlias);
    if (isTaken) throw alreadyExists(`The account alias ${AccountAlias} already exists.`);
    account.iam.alias = AccountAlias;
    return {};
  },
});
