import * as CloudWatch from "@aws-sdk/client-cloudwatch";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Emulator,
  type TestStatement,
} from "../../../support/emulator.ts";

const start = new Date("2026-11-25T07:00:00.000Z");
const end = new Date("2026-11-25T07:05:00.000Z");
const Dimensions = [{ Name: "who", Value: "me" }];
const putData = () =>
  new CloudWatch.PutMetricDataCommand({
    Namespace: "mine",
    MetricData: [{ MetricName: "uses", Dimensions, Timestamp: start, Values: [1, 2.5, 3], Counts: [1, 2, 1] }],
  });

describe("CloudWatch, metrics", () => {
  let emulator: Emulator;
  let client: CloudWatch.CloudWatchClient;
  before(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    client = clientsFor(emulator).cloudWatch;
    await client.send(putData());
  });
  after(() => emulator.stop());

  for (const { statistic, value } of [
    { statistic: "SampleCount", value: 4 },
    { statistic: "Sum", value: 9 },
    { statistic: "Average", value: 2.25 },
    { statistic: "Minimum", value: 1 },
    { statistic: "Maximum", value: 3 },
    { statistic: "p50", value: 2.5 },
    { statistic: "p100", value: 3 },
  ]) {
    it(`answers the statistic ${statistic}`, async () => {
      const Metric = { Namespace: "mine", MetricName: "uses", Dimensions };
      const MetricDataQueries = [{ Id: "a", MetricStat: { Metric, Period: 60, Stat: statistic } }];
      const range = { StartTime: start, EndTime: end };
      const answer = await client.send(new CloudWatch.GetMetricDataCommand({ MetricDataQueries, ...range }));
      expect(answer.MetricDataResults).to.deep.equal([
        { Id: "a", Label: "uses", Timestamps: [start], Values: [value], StatusCode: "Complete" },
      ]);
    });
  }

  it("answers several statistics of one metric", async () => {
    const asked = { Namespace: "mine", MetricName: "uses", Dimensions, StartTime: start, EndTime: end, Period: 300 };
    const { Datapoints } = await client.send(
      new CloudWatch.GetMetricStatisticsCommand({
        ...asked,
        Statistics: ["Sum", "Maximum"],
        ExtendedStatistics: ["p10"],
      }),
    );
    expect(Datapoints).to.deep.equal([
      { Timestamp: start, Sum: 9, Maximum: 3, ExtendedStatistics: { p10: 1 }, Unit: "None" },
    ]);
  });

  it("lists metrics by dimension, and no others", async () => {
    const list = (Value: string) =>
      client.send(new CloudWatch.ListMetricsCommand({ Dimensions: [{ Name: "who", Value }] }));
    expect((await list("me")).Metrics).to.deep.equal([{ Namespace: "mine", MetricName: "uses", Dimensions }]);
    expect((await list("you")).Metrics).to.deep.equal([]);
  });

  it("refuses metric math, which it does not carry", async () => {
    const asked = { MetricDataQueries: [{ Id: "a", Expression: "1+1" }], StartTime: start, EndTime: end };
    const { message } = await refusalOf(client.send(new CloudWatch.GetMetricDataCommand(asked)));
    expect(message).to.equal(
      "The embedded AWS carries no query but MetricStat of the own account yet: see the query a.",
    );
  });

  for (const { name, namespace, isAllowed } of [
    { name: "allowed", namespace: "mine", isAllowed: true },
    { name: "refused", namespace: "other", isAllowed: false },
  ]) {
    it(`PutMetricData is ${name} by a policy for the namespace ${namespace}`, async () => {
      const statement: TestStatement = {
        Effect: "Allow",
        Action: "cloudwatch:PutMetricData",
        Resource: "*",
        Condition: { StringEquals: { "cloudwatch:namespace": namespace } },
      };
      const { clients } = await createUser(emulator, name, [statement]);
      const call = clients.cloudWatch.send(putData());
      if (isAllowed) expect((await call).$metadata.httpStatusCode).to.equal(200);
      else expect(await refusalOf(call)).to.deep.include({ code: "AccessDenied", status: 403 });
    });
  }
});
