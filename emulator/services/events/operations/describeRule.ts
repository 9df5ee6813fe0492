import type { DescribeRuleCommandInput, DescribeRuleCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findRule, ruleAccess } from "../ruleAccess.ts";
import { shownRule } from "../shownRule.ts";

/** Shows a rule. */
export const describeRule = operation<Input<DescribeRuleCommandInput>, Output<DescribeRuleCommandOutput>>({
  service: "events",
  name: "DescribeRule",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html",
  readOnly: true,
  access: (context, { Name }) => ruleAccess(context, "DescribeRule", Name),
  run: (context, { Name, EventBusName }) => {
    const rule = findRule(context, Name, EventBusName);
    return { ...shownRule(rule), CreatedBy: rule.accountId };
  },
});
