import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import * as pulumi from "@pulumi/pulumi";

import type { AlarmOutputs } from "./alarmOutputs.ts";
import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import type { EncryptedTable } from "./encryptedTable.ts";
import { alarmName } from "./rules/resourceName.ts";
import type { Tags } from "./tags.ts";

/** Arguments of a `TableAlarm`. */
export interface TableAlarmArgs {
  readonly alarmName: string;
  readonly table: EncryptedTable;
  /** Above how many read capacity units in five minutes the alarm goes off. */
  readonly consumedReadCapacityUnits: number;
  readonly tags?: Tags;
}

/**
 * A CloudWatch alarm on how much is read of a DynamoDB table. It watches the table by its name, and so outlives it unless both
 * are destroyed. Source: DynamoDB Developer Guide, "DynamoDB metrics and dimensions" (`ConsumedReadCapacityUnits`).
 */
export class TableAlarm extends Component<AlarmOutputs> {
  readonly outputs: pulumi.Output<AlarmOutputs>;
  readonly alarmName: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: TableAlarmArgs, options?: pulumi.ComponentResourceOptions) {
    checkArgument(`TableAlarm "${name}"`, "alarmName", args.alarmName, alarmName);
    super("keylab:infra:TableAlarm", name, {}, options);

    const alarm = new MetricAlarm(
      name,
      {
        name: args.alarmName,
        namespace: "AWS/DynamoDB",
        metricName: "ConsumedReadCapacityUnits",
        dimensions: { TableName: args.table.tableName },
        statistic: "Sum",
        period: 300,
        evaluationPeriods: 1,
        threshold: args.consumedReadCapacityUnits,
        comparisonOperator: "GreaterThanThreshold",
        tags: args.tags,
      },
      { parent: this },
    );

    this.alarmName = alarm.name;
    const outputs = { alarmName: this.alarmName };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
