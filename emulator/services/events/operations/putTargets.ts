import type { PutTargetsCommandInput, PutTargetsCommandOutput } from "@aws-sdk/client-eventbridge";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { readTarget } from "../readTarget.ts";
import { findRule, ruleAccess } from "../ruleAccess.ts";

/** How many targets a rule has. Source: EventBridge User Guide, "Amazon EventBridge quotas". */
const maximumTargets = 5;

/** Adds targets to a rule, or changes them: all of them, or none if one of them cannot be. */
export const putTargets = operation<Input<PutTargetsCommandInput>, Output<PutTargetsCommandOutput>>({
  service: "events",
  name: "PutTargets",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html",
  readOnly: false,
  access: (context, { Rule, Targets }) =>
    ruleAccess(context, "PutTargets", Rule, { "events:TargetArn": Targets.map(({ Arn }) => Arn) }),
  run: (context, { Rule: name, EventBusName, Targets }) => {
    const { targets } = findRule(context, name, EventBusName);
    const read = Targets.map((stated) => [stated.Id, readTarget(context, stated)] as const);
    const ids = new Set([...targets.keys(), ...read.map(([id]) => id)]);
    if (ids.size > maximumTargets) {
      throw new AwsError("LimitExceededException", "The requested resource exceeds the maximum number allowed.");
    }
    for (const [id, target] of read) targets.set(id, target);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
});
