import type { DeleteRuleCommandInput } from "@aws-sdk/client-eventbridge";
import { operation, type Input } from "../../../operation.ts";
import { validationError } from "../eventsError.ts";
import { checkBus, ruleAccess } from "../ruleAccess.ts";

/** Removes a rule that has no targets. One that is not there is removed already. Forcing is about the rules of services alone. */
export const deleteRule = operation<Input<DeleteRuleCommandInput>, object>({
  service: "events",
  name: "DeleteRule",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html",
  readOnly: false,
  access: (context, { Name }) => ruleAccess(context, "DeleteRule", Name),
  run: (context, { Name, EventBusName }) => {
    checkBus(context, EventBusName);
    const { events } = context.state;
    if (events.rule(Name)?.targets.size) throw validationError("Rule can't be deleted since it has targets.");
    events.removeRule(Name);
    return {};
  },
});
