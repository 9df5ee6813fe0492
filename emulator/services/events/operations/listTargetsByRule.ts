import type { ListTargetsByRuleCommandInput, ListTargetsByRuleCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { findRule, ruleAccess } from "../ruleAccess.ts";

/** Shows the targets of a rule. */
export const listTargetsByRule = operation<
  Input<ListTargetsByRuleCommandInput>,
  Output<ListTargetsByRuleCommandOutput>
>({
  service: "events",
  name: "ListTargetsByRule",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html",
  readOnly: true,
  access: (context, { Rule }) => ruleAccess(context, "ListTargetsByRule", Rule),
  run: (context, input) => {
    const { targets } = findRule(context, input.Rule, input.EventBusName);
    const { items, next } = page([...targets.values()], ({ stated }) => stated.Id, input);
    return { Targets: items.map(({ stated }) => stated), NextToken: next };
  },
});
