import { expect } from "chai";
import { missingDataTreatments, type AlarmSettings } from "../../../../emulator/services/cloudwatch/alarm.ts";
import { judge } from "../../../../emulator/services/cloudwatch/judge.ts";
import { readAlarm } from "../../../../emulator/services/cloudwatch/readAlarm.ts";

function settings(namespace: string, TreatMissingData: string): AlarmSettings {
  return readAlarm({
    AlarmName: "mine",
    Namespace: namespace,
    MetricName: "uses",
    Statistic: "Sum",
    Period: 60,
    EvaluationPeriods: 3,
    Threshold: 0,
    ComparisonOperator: "GreaterThanThreshold",
    TreatMissingData,
  });
}

/** The newest last: `X` breaches, `0` does not, `-` is missing. */
function valuesOf(points: string): (number | undefined)[] {
  const values = new Map([
    ["X", 1],
    ["0", 0],
  ]);
  return Array.from(points, (point) => values.get(point)).reverse();
}

/** For three of three data points to alarm, in the order of the treatments; `stay` is the state that the alarm had. */
const table: { points: string; states: readonly string[] }[] = [
  { points: "0-X-X", states: ["OK", "OK", "OK", "OK"] },
  { points: "0XX-X", states: ["ALARM", "ALARM", "ALARM", "ALARM"] },
  { points: "----0", states: ["OK", "OK", "OK", "OK"] },
  { points: "-----", states: ["ALARM", "OK", "stay", "INSUFFICIENT_DATA"] },
  { points: "--X--", states: ["ALARM", "OK", "stay", "ALARM"] },
];

describe("CloudWatch's judgement of data points, some of them missing", () => {
  for (const { points, states } of table) {
    for (const [index, treatment] of missingDataTreatments.entries()) {
      it(`of ${points} is ${states[index]} where missing data is ${treatment}`, () => {
        expect(judge(valuesOf(points), settings("mine", treatment))?.state ?? "stay").to.equal(states[index]);
      });
    }
  }

  it("ignores missing data of DynamoDB, whatever the alarm says", () => {
    expect(judge(valuesOf("-----"), settings("AWS/DynamoDB", "breaching"))).to.equal(undefined);
  });
});
