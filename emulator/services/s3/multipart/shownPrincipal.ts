import { canonicalUserId } from "../../../authorization/matchPrincipal.ts";
import type { Principal } from "../../../principal.ts";

/** How S3 names who began an upload: accounts by their canonical user id, all others by ARN. Source: S3 API Reference, Initiator. */
export function shownPrincipal(principal: Principal): string {
  return principal.kind === "root" || principal.kind === "service"
    ? canonicalUserId(principal.accountId)
    : principal.arn;
}
