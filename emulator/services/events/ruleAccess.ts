import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { missingBus, missingRule } from "./eventsError.ts";
import type { Rule } from "./rule.ts";

const busOfRules = "default";

/** The ARN of a rule of the default bus. */
export function ruleArn({ region, accountId }: CallContext, name: string): string {
  return `arn:aws:events:${region}:${accountId}:rule/${name}`;
}

/** The permission that an operation on a rule needs, whether there is such a rule or not. */
export function ruleAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): NeededAccess[] {
  return [taggedRuleAccess(context, action, ruleArn(context, name), conditions)];
}

/** The same of a rule that is named by its ARN. */
export function taggedRuleAccess(
  context: CallContext,
  action: string,
  arn: string,
  conditions?: ConditionValues,
): NeededAccess {
  const { accountId, state } = context;
  const tags = state.events.rules().find((rule) => rule.arn === arn)?.tags;
  return {
    action: `events:${action}`,
    resource: { arn, accountId, type: "AWS::Events::Rule", policyIsRequired: false, tags },
    conditions: { "events:creatorAccount": accountId, ...conditions },
  };
}

/** The permission that an operation on an event bus needs. */
export function busAccess(
  { region, accountId }: CallContext,
  action: string,
  bus: string = busOfRules,
  conditions?: ConditionValues,
): NeededAccess {
  const arn = bus.startsWith("arn:") ? bus : `arn:aws:events:${region}:${accountId}:event-bus/${bus}`;
  const resource = { arn, accountId, type: "AWS::Events::EventBus", policyIsRequired: false };
  return { action: `events:${action}`, resource, conditions };
}

/** A permission that is about no rule of its own. */
export function accountAccess({ accountId }: CallContext, action: string): NeededAccess[] {
  return [{ action: `events:${action}`, resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false } }];
}

/** Throws ResourceNotFoundException for any bus but the default one, by name or ARN: there are no others here. */
export function checkBus(context: CallContext, bus: string = busOfRules): void {
  if (bus !== busOfRules && bus !== busAccess(context, "").resource.arn) throw missingBus(bus);
}

/** Throws ResourceNotFoundException. */
export function findRule(context: CallContext, name: string, bus?: string): Rule {
  checkBus(context, bus);
  const rule = context.state.events.rule(name);
  if (!rule) throw missingRule(name);
  return rule;
}

/** A rule by its ARN. Throws ResourceNotFoundException. */
export function findTaggedRule(context: CallContext, arn: string): Rule {
  const rule = context.state.events.rules().find((known) => known.arn === arn);
  if (!rule) throw missingRule(arn);
  return rule;
}
