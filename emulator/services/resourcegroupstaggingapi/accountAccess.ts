import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";

/**
 * The permission for an operation: the API has no resources of its own, and its actions begin with `tag`.
 * Source: Service Authorization Reference, "Amazon Resource Group Tagging API". Refusals name no resource, as a public report of
 * one shows.
 */
export function accountAccess({ accountId }: CallContext, operationName: string): NeededAccess {
  return { action: `tag:${operationName}`, resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false } };
}
