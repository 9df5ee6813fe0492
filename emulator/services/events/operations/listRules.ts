import type { ListRulesCommandInput, ListRulesCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { accountAccess, checkBus } from "../ruleAccess.ts";
import { shownRule } from "../shownRule.ts";

/** Shows the rules of the default bus, by the beginning of their names. */
export const listRules = operation<Input<ListRulesCommandInput>, Output<ListRulesCommandOutput>>({
  service: "events",
  name: "ListRules",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html",
  readOnly: true,
  access: (context) => accountAccess(context, "ListRules"),
  run: (context, input) => {
    checkBus(context, input.EventBusName);
    const found = context.state.events.rules().filter(({ name }) => name.startsWith(input.NamePrefix ?? ""));
    const { items, next } = page(found, ({ name }) => name, input);
    return { Rules: items.map(shownRule), NextToken: next };
  },
});
