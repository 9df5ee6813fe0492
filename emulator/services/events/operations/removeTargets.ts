import type { RemoveTargetsCommandInput, RemoveTargetsCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findRule, ruleAccess } from "../ruleAccess.ts";

/** Takes targets from a rule, and names those that it does not have. Forcing is about the rules of services alone. */
export const removeTargets = operation<Input<RemoveTargetsCommandInput>, Output<RemoveTargetsCommandOutput>>({
  service: "events",
  name: "RemoveTargets",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html",
  readOnly: false,
  access: (context, { Rule }) => ruleAccess(context, "RemoveTargets", Rule),
  run: (context, { Rule: name, EventBusName, Ids }) => {
    const { targets } = findRule(context, name, EventBusName);
    const missing = Ids.filter((id) => !targets.delete(id));
    const FailedEntries = missing.map((TargetId) => ({
      TargetId,
      ErrorCode: "ResourceNotFoundException",
      ErrorMessage: `Rule ${name} does not have a target ${TargetId}.`,
    }));
    return { FailedEntryCount: FailedEntries.length, FailedEntries };
  },
});
