import type { GrantListEntry } from "@aws-sdk/client-kms";
import type { CallContext } from "../../callContext.ts";
import type { Grant } from "./grant.ts";
import { shownPrincipal } from "./grantPrincipal.ts";
import type { KmsKey } from "./kmsKey.ts";

/** A grant as lists show it: never with its tokens. */
export function shownGrant(context: CallContext, key: KmsKey, grant: Grant): GrantListEntry {
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
