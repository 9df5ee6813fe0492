import type { ListAccountAliasesCommandInput, ListAccountAliasesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";

/** Lists the aliases of the account, of which there is one at most. */
export const listAccountAliases = operation<
  Input<ListAccountAliasesCommandInput>,
  Output<ListAccountAliasesCommandOutput>
>({
  service: "iam",
  name: "ListAccountAliases",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html",
  readOnly: true,
  access: (context) => iamAccess(context, "ListAccountAliases", "*"),
  run: ({ account }) => {
    const { alias } = account.iam;
    return { AccountAliases: alias === undefined ? [] : [alias], IsTruncated: false };
  },
});
