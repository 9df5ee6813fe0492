import type { ListGrantsCommandInput, ListGrantsCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { grantIsForAwsResource, keyAccess } from "../keyAccess.ts";
import { page } from "../page.ts";
import { shownGrant } from "../shownGrant.ts";

/** Lists the grants of a key. Their tokens are never shown. */
export const listGrants = operation<Input<ListGrantsCommandInput>, Output<ListGrantsCommandOutput>>({
  service: "kms",
  name: "ListGrants",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html",
  readOnly: true,
  access: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    return [keyAccess(context, key, "kms:ListGrants", { conditions: grantIsForAwsResource(context) })];
  },
  run: (context, { KeyId, GrantId, GranteePrincipal, ...request }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    const asked = [...key.grants.values()]
      .filter(({ grantId }) => GrantId === undefined || grantId === GrantId)
      .map((grant) => shownGrant(context, key, grant))
      .filter((entry) => GranteePrincipal === undefined || entry.GranteePrincipal === GranteePrincipal);
    const { items, truncation } = page(asked, ({ GrantId: id = "" }) => id, request, 50);
    return { Grants: items, ...truncation };
  },
});
