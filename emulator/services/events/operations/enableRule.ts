import type { EnableRuleCommandInput } from "@aws-sdk/client-eventbridge";
import { operation, type Input } from "../../../operation.ts";
import { findRule, ruleAccess } from "../ruleAccess.ts";

/** Lets a rule hear of events, and run on its schedule. */
export const enableRule = operation<Input<EnableRuleCommandInput>, object>({
  service: "events",
  name: "EnableRule",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html",
  readOnly: false,
  access: (context, { Name }) => ruleAccess(context, "EnableRule", Name),
  run: (context, { Name, EventBusName }) => {
    const rule = findRule(context, Name, EventBusName);
    rule.settings = { ...rule.settings, state: "ENABLED" };
    return {};
  },
});
