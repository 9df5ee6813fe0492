import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";

/** The ARN of an alarm of the caller's. */
export function alarmArn({ region, accountId }: CallContext, name: string): string {
  return `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`;
}

/** The permission that an operation on an alarm needs, whether there is such an alarm or not; `*` is every alarm. */
export function alarmAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): NeededAccess {
  const { accountId, state } = context;
  const tags = state.monitoring.alarm(name)?.tags;
  return {
    action: `cloudwatch:${action}`,
    resource: {
      arn: alarmArn(context, name),
      accountId,
      type: "AWS::CloudWatch::Alarm",
      policyIsRequired: false,
      tags,
    },
    conditions,
  };
}

/** The permission that an operation on metrics needs: they are no resources. */
export function metricAccess({ accountId }: CallContext, action: string, conditions?: ConditionValues): NeededAccess[] {
  return [
    {
      action: `cloudwatch:${action}`,
      resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false },
      conditions,
    },
  ];
}
