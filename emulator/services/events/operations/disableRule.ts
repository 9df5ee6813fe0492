import type { DisableRuleCommandInput } from "@aws-sdk/client-eventbridge";
import { operation, type Input } from "../../../operation.ts";
import { findRule, ruleAccess } from "../ruleAccess.ts";

/** Keeps a rule from hearing of events, and from running on its schedule. */
export const disableRule = operation<Input<DisableRuleCommandInput>, object>({
  service: "events",
  name: "DisableRule",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html",
  readOnly: false,
  access: (context, { Name }) => ruleAccess(context, "DisableRule", Name),
  run: (context, { Name, EventBusName }) => {
    const rule = findRule(context, Name, EventBusName);
    rule.settings = { ...rule.settings, state: "DISABLED" };
    return {};
  },
});
