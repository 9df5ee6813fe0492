import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { trailArn } from "./trailArn.ts";

/** The permission for an action on a trail, named by name or ARN, whether it exists or not. */
export function trailAccess(context: CallContext, action: string, nameOrArn: string): NeededAccess[] {
  const { accountId } = context;
  const arn = trailArn(context, nameOrArn);
  const resource = { arn, accountId, type: "AWS::CloudTrail::Trail", policyIsRequired: false };
  return [{ action: `cloudtrail:${action}`, resource }];
}

/** The permission for an action that is about no trail of its own. */
export function accountAccess({ accountId }: CallContext, action: string): NeededAccess[] {
  return [{ action: `cloudtrail:${action}`, resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false } }];
}
