import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { EventAlarm } from "../../infra/eventAlarm.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const deployAlarm = () =>
  deploy(() => {
    const eventPattern = { source: ["aws.kms"], resources: [pulumi.output("a key")] };
    return new EventAlarm("alarm", { alarmName: "rotated", description: "A key was rotated.", eventPattern });
  });

describe("EventAlarm", () => {
  it("creates a rule, and an alarm that one event a minute sets off", async () => {
    const { resources, components } = await deployAlarm();
    expect(resources).to.deep.equal({
      "cloudwatch/eventRule:EventRule alarm": {
        name: "rotated",
        description: "A key was rotated.",
        eventPattern: '{"source":["aws.kms"],"resources":["a key"]}',
      },
      "cloudwatch/metricAlarm:MetricAlarm alarm-alarm": {
        name: "rotated",
        alarmDescription: "A key was rotated.",
        namespace: "AWS/Events",
        metricName: "TriggeredRules",
        dimensions: { RuleName: "rotated" },
        statistic: "Sum",
        period: 60,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        treatMissingData: "notBreaching",
      },
    });
    expect(components).to.deep.equal(["keylab:infra:EventAlarm alarm"]);
  });

  it("hands over the names of both", async () => {
    const { result } = await deployAlarm();
    expect(await valueOf(result.outputs)).to.deep.equal({ alarmName: "rotated", ruleName: "rotated" });
  });

  it("refuses a name that EventBridge does not take", async () => {
    expect(await refusalOf(() => new EventAlarm("alarm", { alarmName: "a b", eventPattern: {} }))).to.equal(
      'EventAlarm "alarm": alarmName is "a b"; allowed is a name of 1 to 64 letters, digits, "_", "-" and ".".',
    );
  });
});
