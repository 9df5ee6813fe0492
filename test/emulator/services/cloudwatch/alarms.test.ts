import * as CloudWatch from "@aws-sdk/client-cloudwatch";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const topic = "arn:aws:sns:us-east-1:000000000000:mine";
const start = new Date("2026-11-25T07:00:00.000Z");
const alarm: CloudWatch.PutMetricAlarmCommandInput = {
  AlarmName: "mine",
  AlarmActions: [topic],
  Namespace: "mine",
  MetricName: "uses",
  Statistic: "Sum",
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 5,
  ComparisonOperator: "GreaterThanThreshold",
};

describe("CloudWatch, alarms", () => {
  let emulator: Emulator;
  let client: CloudWatch.CloudWatchClient;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    client = clientsFor(emulator).cloudWatch;
  });
  afterEach(() => emulator.stop());

  const putAlarm = (more: Partial<CloudWatch.PutMetricAlarmCommandInput> = {}) =>
    client.send(new CloudWatch.PutMetricAlarmCommand({ ...alarm, ...more }));
  const put = (...Values: number[]) =>
    client.send(
      new CloudWatch.PutMetricDataCommand({ Namespace: "mine", MetricData: [{ MetricName: "uses", Values }] }),
    );
  const described = async () => {
    const { MetricAlarms: [found] = [] } = await client.send(new CloudWatch.DescribeAlarmsCommand({}));
    return found;
  };
  const minutes = (number: number) => emulator.instance.clock.advance(number * 60_000);

  it("shows an alarm as it was put, before anything was evaluated", async () => {
    await putAlarm();
    expect(await described()).to.deep.include({
      AlarmName: "mine",
      AlarmArn: "arn:aws:cloudwatch:us-east-1:000000000000:alarm:mine",
      AlarmConfigurationUpdatedTimestamp: start,
      ActionsEnabled: true,
      AlarmActions: [topic],
      StateValue: "INSUFFICIENT_DATA",
      StateReason: "Unchecked: Initial alarm creation",
      Threshold: 5,
    });
  });

  it("goes off, with its reason and its action in the history, and is OK again", async () => {
    await putAlarm();
    await put(4, 2.5);
    minutes(1);
    expect(await described()).to.deep.include({
      StateValue: "ALARM",
      StateReason:
        "Threshold Crossed: 1 out of the last 1 datapoints [6.5 (25/11/26 07:00:00)] was greater than the threshold (5.0) (minimum 1 datapoint for INSUFFICIENT_DATA -> ALARM transition).",
      StateUpdatedTimestamp: new Date("2026-11-25T07:01:00.000Z"),
    });
    await put(5);
    minutes(1);
    expect((await described())?.StateValue).to.equal("OK");
    const { AlarmHistoryItems = [] } = await client.send(
      new CloudWatch.DescribeAlarmHistoryCommand({ AlarmName: "mine", ScanBy: "TimestampAscending" }),
    );
    expect(AlarmHistoryItems.map(({ HistorySummary }) => HistorySummary)).to.deep.equal([
      'Alarm "mine" created',
      "Alarm updated from INSUFFICIENT_DATA to ALARM",
      `Successfully executed action ${topic}`,
      "Alarm updated from ALARM to OK",
    ]);
  });

  for (const { treatment, state } of [
    { treatment: "breaching", state: "ALARM" },
    { treatment: "notBreaching", state: "OK" },
    { treatment: "missing", state: "INSUFFICIENT_DATA" },
    { treatment: "ignore", state: "INSUFFICIENT_DATA" },
  ]) {
    it(`without data is in the state ${state} where missing data is ${treatment}`, async () => {
      await putAlarm({ TreatMissingData: treatment });
      minutes(1);
      expect((await described())?.StateValue).to.equal(state);
    });
  }

  for (const { values, state } of [
    { values: [6, 1, 6], state: "ALARM" },
    { values: [6, 1, 1], state: "OK" },
  ]) {
    it(`with two of three data points to alarm is in the state ${state} after ${values.join(", ")}`, async () => {
      await putAlarm({ EvaluationPeriods: 3, DatapointsToAlarm: 2 });
      for (const value of values) {
        await put(value);
        minutes(1);
      }
      expect((await described())?.StateValue).to.equal(state);
    });
  }

  it("does not act while its actions are disabled", async () => {
    await putAlarm();
    await client.send(new CloudWatch.DisableAlarmActionsCommand({ AlarmNames: ["mine"] }));
    await put(6);
    minutes(1);
    expect((await described())?.StateValue).to.equal("ALARM");
    const asked = { AlarmName: "mine", HistoryItemType: "Action" } as const;
    const { AlarmHistoryItems } = await client.send(new CloudWatch.DescribeAlarmHistoryCommand(asked));
    expect(AlarmHistoryItems).to.deep.equal([]);
  });

  it("keeps a state that was set until the next evaluation", async () => {
    await putAlarm({ TreatMissingData: "notBreaching" });
    const set = { AlarmName: "mine", StateValue: "ALARM", StateReason: "a test" } as const;
    await client.send(new CloudWatch.SetAlarmStateCommand(set));
    expect(await described()).to.deep.include({ StateValue: "ALARM", StateReason: "a test" });
    minutes(1);
    expect((await described())?.StateValue).to.equal("OK");
  });

  it("refuses actions that it does not carry, by name", async () => {
    const action = "arn:aws:automate:us-east-1:ec2:stop";
    // The code on the wire is ValidationError; this client calls it by the name of its class.
    expect(await refusalOf(putAlarm({ AlarmActions: [action] }))).to.deep.equal({
      code: "ValidationException",
      message: `The embedded AWS does not carry the action ${action} in AlarmActions yet: it knows SNS topics alone.`,
      status: 400,
    });
  });

  it("is gone once deleted, and cannot be deleted again", async () => {
    await putAlarm();
    const remove = () => client.send(new CloudWatch.DeleteAlarmsCommand({ AlarmNames: ["mine"] }));
    await remove();
    expect(await described()).to.equal(undefined);
    expect((await refusalOf(remove())).message).to.equal("Unable to find alarm mine");
  });
});
