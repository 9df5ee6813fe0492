import type {
  ListRuleNamesByTargetCommandInput,
  ListRuleNamesByTargetCommandOutput,
} from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { accountAccess, checkBus } from "../ruleAccess.ts";

/** Shows which rules have a target. */
export const listRuleNamesByTarget = operation<
  Input<ListRuleNamesByTargetCommandInput>,
  Output<ListRuleNamesByTargetCommandOutput>
>({
  service: "events",
  name: "ListRuleNamesByTarget",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRuleNamesByTarget.html",
  readOnly: true,
  access: (context) => accountAccess(context, "ListRuleNamesByTarget"),
  run: (context, input) => {
    checkBus(context, input.EventBusName);
    const found = context.state.events
      .rules()
      .filter(({ targets }) => [...targets.values()].some(({ stated }) => stated.Arn === input.TargetArn));
    const { items, next } = page(found, ({ name }) => name, input);
    return { RuleNames: items.map(({ name }) => name), NextToken: next };
  },
});
