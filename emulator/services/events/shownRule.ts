import type { Rule as ShownRule } from "@aws-sdk/client-eventbridge";
import type { Rule } from "./rule.ts";

/** A rule as ListRules shows it. */
export function shownRule({ name, arn, settings }: Rule): ShownRule {
  return {
    Name: name,
    Arn: arn,
    EventPattern: settings.pattern?.text,
    State: settings.state,
    Description: settings.description,
    ScheduleExpression: settings.schedule?.expression,
    EventBusName: "default",
  };
}
