import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";

/** The permission for an operation about no resource in particular; refusals name none then. */
export function accountAccess({ accountId, region }: CallContext, operationName: string): NeededAccess {
  return {
    action: `ec2:${operationName}`,
    resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false },
    conditions: { "ec2:Region": region },
  };
}
