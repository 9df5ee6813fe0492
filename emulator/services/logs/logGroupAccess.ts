import type { Conditions } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { groupNameOf, logGroupArn, type GroupReference } from "./findLogGroup.ts";

/**
 * The permission that an operation on a log group needs, whether there is such a group or not; without a name it is about all.
 * Policies name a group with `:*` behind its ARN. Source: CloudWatch Logs User Guide, "CloudWatch Logs resources and
 * operations"; that what is asked for ends in `:log-stream:` is told by AWS's own refusals.
 */
export function logGroupAccess(
  context: CallContext,
  action: string,
  group: GroupReference,
  conditions?: Conditions,
): NeededAccess[] {
  return [needed(context, action, group, ":log-stream:", conditions)];
}

/** The same of a log stream. */
export function logStreamAccess(
  context: CallContext,
  action: string,
  group: GroupReference,
  streamName: string,
): NeededAccess[] {
  return [needed(context, action, group, `:log-stream:${streamName}`)];
}

/** The permission to see or change the tags of a log group: policies name it without `:*`. Source: as {@link logGroupAccess}. */
export function tagsAccess(
  context: CallContext,
  action: string,
  resourceArn: string,
  conditions?: Conditions,
): NeededAccess[] {
  return [needed(context, action, { logGroupIdentifier: resourceArn }, "", conditions)];
}

/** A permission that is about no log group: testing patterns, resource policies. */
export function accountAccess({ accountId }: CallContext, action: string): NeededAccess[] {
  return [{ action: `logs:${action}`, resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false } }];
}

function needed(
  context: CallContext,
  action: string,
  group: GroupReference,
  end: string,
  conditions?: Conditions,
): NeededAccess {
  const { accountId, state } = context;
  const name = groupNameOf(group);
  const resource = {
    arn: `${logGroupArn(context, name)}${end}`,
    accountId,
    type: "AWS::Logs::LogGroup",
    policyIsRequired: false,
    policy: state.logs.resourcePolicy,
    tags: state.logs.group(name)?.tags,
  };
  return { action: `logs:${action}`, resource, conditions };
}
