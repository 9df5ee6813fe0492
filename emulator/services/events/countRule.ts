import type { Instance } from "../../instance.ts";
import { dataPoint } from "../cloudwatch/dataPoint.ts";

/** What EventBridge tells of rules. Source: EventBridge User Guide, "Monitoring Amazon EventBridge". */
export type RuleMetric = "MatchedEvents" | "TriggeredRules" | "Invocations" | "FailedInvocations";

/** One more of something that a rule has done. */
export interface CountedRule {
  readonly name: RuleMetric;
  readonly accountId: string;
  readonly region: string;
  readonly ruleName: string;
}

/** Publishes a metric of a rule in `AWS/Events`. */
export function countRule(instance: Instance, { name, accountId, region, ruleName: Value }: CountedRule): void {
  const point = dataPoint(instance.clock.now(), "Count", [{ value: 1, count: 1 }]);
  const metric = { namespace: "AWS/Events", name, dimensions: [{ Name: "RuleName", Value }] };
  instance.region(accountId, region).monitoring.publish(metric, point);
}
