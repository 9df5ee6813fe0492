import type { GrantListEntry, ListGrantsCommandInput, ListGrantsCommandOutput } from "@aws-sdk/client-kms";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import type { Grant } from "../grant.ts";
import { shownPrincipal } from "../grantPrincipal.ts";
import { grantIsForAwsResource, keyAccess } from "../keyAccess.ts";
import type { KmsKey } from "../kmsKey.ts";
import { page } from "../page.ts";

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
      .map((grant) => shown(context, key, grant))
      .filter((entry) => GranteePrincipal === undefined || entry.GranteePrincipal === GranteePrincipal);
    const { items, truncation } = page(asked, ({ GrantId: id = "" }) => id, request, 50);
    return { Grants: items, ...truncation };
  },
});

function shown(context: CallContext, key: KmsKey, grant: Grant): GrantListEntry {
  const { encryptionContextEquals: equals, encryptionContextSubset: subset, retiringPrincipal } = grant;
  return {
    KeyId: key.arn,
    GrantId: grant.grantId,
    Name: grant.name,
    CreationDate: grant.createdAt,
    GranteePrincipal: shownPrincipal(context, grant.granteePrincipal, grant.granteeId),
    RetiringPrincipal: retiringPrincipal && shownPrincipal(context, retiringPrincipal, grant.retiringId),
    IssuingAccount: `arn:aws:iam::${grant.issuingAccountId}:root`,
    Operations: [...grant.operations],
    Constraints: equals || subset ? { EncryptionContextEquals: equals, EncryptionContextSubset: subset } : undefined,
  };
}
