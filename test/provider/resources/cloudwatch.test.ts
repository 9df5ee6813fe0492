import { expect } from "chai";
import { lives } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("alarms, through the provider", () => {
  const running = onEmbeddedAws();
  const topic = (name: string) => `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`;
  const settings = {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 2,
    metricName: "Errors",
    namespace: "AWS/Lambda",
    period: 60,
    statistic: "Sum",
    threshold: 1,
  };

  lives(running, {
    type: ALARM,
    inputs: () => ({ ...settings, dimensions: { FunctionName: "f" }, name: "first", tags: { a: "1", b: "2" } }),
    id: () => "first",
    state: () => ({
      ...settings,
      actionsEnabled: true,
      alarmActions: [],
      arn: `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:first`,
      dimensions: { FunctionName: "f" },
      insufficientDataActions: [],
      name: "first",
      okActions: [],
      region: REGION,
      tags: { a: "1", b: "2" },
      tagsAll: { a: "1", b: "2" },
      treatMissingData: "missing",
    }),
    update: {
      inputs: {
        alarmActions: [topic("a")],
        alarmDescription: "too many errors",
        datapointsToAlarm: 1,
        tags: { a: "3" },
        threshold: 2.5,
        treatMissingData: "notBreaching",
      },
      state: { tagsAll: { a: "3" } },
    },
    replacement: { inputs: { name: "second" }, replaces: ["name"], oldGoesFirst: false },
  });

  it("an alarm has one statistic", async () => {
    const { engine } = running();
    const reason = "one of statistic and extendedStatistic is required, and not both";
    expect((await engine.check(ALARM, { ...settings, extendedStatistic: "p99" })).failures).to.deep.equal([reason]);
    const { failures } = await engine.check(ALARM, {
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 1,
      metricName: "Errors",
      namespace: "AWS/Lambda",
      period: 60,
      threshold: 1,
    });
    expect(failures).to.deep.equal([reason]);
  });
});
