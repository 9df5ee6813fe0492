import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { functionAt } from "./findFunction.ts";
import { qualifiedArn, type FunctionAddress } from "./functionAddress.ts";
import { latest } from "./functionVersion.ts";
import { namedPolicyOf } from "./permissionPolicy.ts";

/**
 * The permission that an operation on a function needs; with a qualifier it is about that version or alias, which has a
 * policy of its own. Source: Service Authorization Reference, "AWS Lambda"; Lambda Developer Guide, "Resource-based policies".
 */
export function functionAccess(
  context: CallContext,
  action: string,
  address: FunctionAddress,
  conditions?: ConditionValues,
): NeededAccess {
  const found = functionAt(context, address);
  return {
    action: `lambda:${action}`,
    resource: {
      arn: qualifiedArn(address),
      accountId: address.accountId,
      type: "AWS::Lambda::Function",
      policy: namedPolicyOf(found?.policies.get(address.qualifier ?? latest)),
      policyIsRequired: false,
      tags: found?.tags,
    },
    conditions,
  };
}

/** A permission that is about no function: listing them, reading the account's settings. */
export function accountAccess({ accountId }: CallContext, action: string): readonly NeededAccess[] {
  return [{ action: `lambda:${action}`, resource: { arn: "*", accountId, policyIsRequired: false } }];
}
