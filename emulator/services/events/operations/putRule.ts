import type { PutRuleCommandInput, PutRuleCommandOutput } from "@aws-sdk/client-eventbridge";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { readEventPattern } from "../eventPattern.ts";
import { validationError } from "../eventsError.ts";
import { patternConditions } from "../patternConditions.ts";
import type { Rule, RuleSettings } from "../rule.ts";
import { checkBus, ruleAccess, ruleArn } from "../ruleAccess.ts";
import { periodOf } from "../schedule.ts";

/** How many rules a bus has. Source: EventBridge User Guide, "Amazon EventBridge quotas". */
const maximumRules = 300;

/** Makes a rule, or gives it other settings: its targets and tags stay as they are then. */
export const putRule = operation<Input<PutRuleCommandInput>, Output<PutRuleCommandOutput>>({
  service: "events",
  name: "PutRule",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
  readOnly: false,
  unsupported: ["RoleArn"],
  access: (context, { Name, EventPattern, Tags }) =>
    ruleAccess(context, "PutRule", Name, { ...requestTags(Tags), ...patternConditions(EventPattern) }),
  run: (context, input) => {
    const { state, now, accountId, region } = context;
    checkBus(context, input.EventBusName);
    const settings = readSettings(input);
    const known = state.events.rule(input.Name);
    if (!known && state.events.rules().length >= maximumRules) {
      throw new AwsError("LimitExceededException", "The requested resource exceeds the maximum number allowed.");
    }
    const made = { name: input.Name, arn: ruleArn(context, input.Name), accountId, region };
    const tags = new Map((input.Tags ?? []).map(({ Key, Value }) => [Key, Value]));
    const rule: Rule = known ?? { ...made, tags, targets: new Map(), settings };
    rule.settings = settings;
    rule.dueAt = settings.schedule && now.getTime() + settings.schedule.period;
    state.events.setRule(rule);
    return { RuleArn: rule.arn };
  },
});

function readSettings(input: Input<PutRuleCommandInput>): RuleSettings {
  const { EventPattern: text, ScheduleExpression: expression, State: state = "ENABLED", Description } = input;
  if (text === undefined && expression === undefined) {
    throw validationError("Parameter(s) EventPattern or ScheduleExpression must be specified.");
  }
  return {
    description: Description,
    state,
    pattern: text === undefined ? undefined : { text, matches: readEventPattern(text) },
    schedule: expression === undefined ? undefined : { expression, period: periodOf(expression) },
  };
}
