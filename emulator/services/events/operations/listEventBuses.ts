import type { ListEventBusesCommandInput, ListEventBusesCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { accountAccess, busAccess } from "../ruleAccess.ts";

/** Shows the event buses: there is the default one alone. */
export const listEventBuses = operation<Input<ListEventBusesCommandInput>, Output<ListEventBusesCommandOutput>>({
  service: "events",
  name: "ListEventBuses",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListEventBuses.html",
  readOnly: true,
  access: (context) => accountAccess(context, "ListEventBuses"),
  run: (context, input) => {
    const all = [{ Name: "default", Arn: busAccess(context, "").resource.arn }];
    const found = all.filter(({ Name }) => Name.startsWith(input.NamePrefix ?? ""));
    const { items, next } = page(found, ({ Name }) => Name, input);
    return { EventBuses: items, NextToken: next };
  },
});
