import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";

/** A permission that is about no secret in particular. Refusals name no resource. Source: recorded answers to ListSecrets. */
export function accountAccess({ accountId }: CallContext, operationName: string): NeededAccess {
  return {
    action: `secretsmanager:${operationName}`,
    resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false },
  };
}
