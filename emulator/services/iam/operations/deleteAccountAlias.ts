import type { DeleteAccountAliasCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";

/** Takes the alias of the account away. */
export const deleteAccountAlias = operation<Input<DeleteAccountAliasCommandInput>, object>({
  service: "iam",
  name: "DeleteAccountAlias",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountAlias.html",
  readOnly: false,
  access: (context) => iamAccess(context, "DeleteAccountAlias", "*"),
  run: ({ account }, { AccountAlias }) => {
    if (account.iam.alias !== AccountAlias) throw noSuchEntity(`The account alias ${AccountAlias} cannot be found.`);
    account.iam.alias = undefined;
    return {};
  },
});
