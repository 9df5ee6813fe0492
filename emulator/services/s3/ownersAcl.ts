import { canonicalUserId } from "../../authorization/matchPrincipal.ts";
import type { Bucket } from "./bucket.ts";

/**
 * The only access control list that there is here, of buckets and of objects: all rights for the bucket's owner, in whom
 * BucketOwnerEnforced trusts. Source: S3 User Guide, "Controlling ownership of objects".
 */
export function ownersAcl({ accountId }: Bucket) {
  const ID = canonicalUserId(accountId);
  const all = { Grantee: { Type: "CanonicalUser" as const, ID }, Permission: "FULL_CONTROL" as const };
  return { Owner: { ID }, Grants: [all] };
}
