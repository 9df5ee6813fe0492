import type { ListAliasesCommandInput, ListAliasesCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { accountAccess } from "../keyAccess.ts";
import { page } from "../page.ts";

/** Lists the aliases of the account in the region, or those of one key. */
export const listAliases = operation<Input<ListAliasesCommandInput>, Output<ListAliasesCommandOutput>>({
  service: "kms",
  name: "ListAliases",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html",
  readOnly: true,
  access: (context) => [accountAccess(context, "kms:ListAliases")],
  run: (context, { KeyId, ...request }) => {
    const { kms } = context.state;
    const key = KeyId === undefined ? undefined : findKeyByIdOrArn(context, KeyId);
    const asked = kms.aliases().filter(({ targetKeyId }) => key === undefined || targetKeyId === key.keyId);
    const { items, truncation } = page(asked, ({ name }) => name, request, 50);
    const entries = items.map(({ name, targetKeyId, createdAt, updatedAt }) => ({
      AliasName: name,
      AliasArn: kms.aliasArn(name),
      TargetKeyId: targetKeyId,
      CreationDate: createdAt,
      LastUpdatedDate: updatedAt,
    }));
    return { Aliases: entries, ...truncation };
  },
});
