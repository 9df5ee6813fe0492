import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import * as pulumi from "@pulumi/pulumi";

import type { AlarmOutputs } from "./alarmOutputs.ts";
import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import { eventRuleName } from "./rules/resourceName.ts";
import type { Tags } from "./tags.ts";

/** Arguments of an `EventAlarm`. */
export interface EventAlarmArgs {
  /** The name of the rule, and of the alarm. */
  readonly alarmName: string;
  /** Which events set off the alarm. Source: EventBridge User Guide, "Creating Amazon EventBridge event patterns". */
  readonly eventPattern: pulumi.Input<object>;
  readonly description?: pulumi.Input<string>;
  readonly tags?: Tags;
}

/** What an `EventAlarm` hands over. */
export interface EventAlarmOutputs extends AlarmOutputs {
  readonly ruleName: string;
}

/**
 * A CloudWatch alarm that goes off within a minute of an event: an EventBridge rule of the default event bus hears of it, and
 * the alarm watches how often the rule is triggered. It goes back by itself where no more events come.
 * Source: EventBridge User Guide, "Monitoring Amazon EventBridge" (`TriggeredRules`).
 */
export class EventAlarm extends Component<EventAlarmOutputs> {
  readonly outputs: pulumi.Output<EventAlarmOutputs>;
  readonly alarmName: pulumi.Output<string>;
  readonly ruleName: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: EventAlarmArgs, options?: pulumi.ComponentResourceOptions) {
    checkArgument(`EventAlarm "${name}"`, "alarmName", args.alarmName, eventRuleName);
    super("keylab:infra:EventAlarm", name, {}, options);

    const parent = { parent: this };
    const { alarmName, description, tags } = args;
    const eventPattern = pulumi.jsonStringify(args.eventPattern);
    const rule = new EventRule(name, { name: alarmName, description, eventPattern, tags }, parent);
    const alarm = new MetricAlarm(
      `${name}-alarm`,
      {
        name: alarmName,
        alarmDescription: description,
        namespace: "AWS/Events",
        metricName: "TriggeredRules",
        dimensions: { RuleName: rule.name },
        statistic: "Sum",
        period: 60,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        // The metric has data only in minutes in which the rule is triggered.
        treatMissingData: "notBreaching",
        tags,
      },
      parent,
    );

    this.alarmName = alarm.name;
    this.ruleName = rule.name;
    const outputs = { alarmName: this.alarmName, ruleName: this.ruleName };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
