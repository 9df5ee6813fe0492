import * as CloudWatch from "@aws-sdk/client-cloudwatch";
import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";

const start = new Date("2026-11-25T07:00:00.000Z");
const stream = { logGroupName: "/trail", logStreamName: "a" };
const filter = {
  logGroupName: "/trail",
  filterName: "mine",
  filterPattern: "{ $.latency = * }",
  metricTransformations: [{ metricName: "latency", metricNamespace: "mine", metricValue: "$.latency" }],
};

describe("CloudWatch Logs, metric filters", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    clients = clientsFor(emulator);
    await clients.logs.send(new Logs.CreateLogGroupCommand({ logGroupName: "/trail" }));
    await clients.logs.send(new Logs.CreateLogStreamCommand(stream));
  });
  afterEach(() => emulator.stop());

  const putFilter = (more: Partial<Logs.MetricTransformation> = {}, changes: object = {}) => {
    const metricTransformations = filter.metricTransformations.map((stated) => ({ ...stated, ...more }));
    return clients.logs.send(new Logs.PutMetricFilterCommand({ ...filter, metricTransformations, ...changes }));
  };
  const put = (...messages: (string | object)[]) =>
    clients.logs.send(
      new Logs.PutLogEventsCommand({
        ...stream,
        logEvents: messages.map((message) => ({
          timestamp: emulator.instance.clock.now().getTime(),
          message: typeof message === "string" ? message : JSON.stringify(message),
        })),
      }),
    );
  const statistics = async (Dimensions: CloudWatch.Dimension[] = []) => {
    const { Datapoints } = await clients.cloudWatch.send(
      new CloudWatch.GetMetricStatisticsCommand({
        Namespace: "mine",
        MetricName: "latency",
        Dimensions,
        StartTime: start,
        EndTime: new Date(start.getTime() + 60_000),
        Period: 60,
        Statistics: ["Sum", "SampleCount"],
      }),
    );
    return Datapoints?.map(({ Sum, SampleCount, Unit }) => [Sum, SampleCount, Unit]);
  };

  it("publish the value of each event that matches", async () => {
    await putFilter({ unit: "Milliseconds" });
    await put({ latency: 5 }, { latency: "7" }, { latency: "slow" }, { other: 1 }, "no JSON");
    expect(await statistics()).to.deep.equal([[12, 2, "Milliseconds"]]);
  });

  it("see only what comes after them, and nothing once they are gone", async () => {
    await put({ latency: 1 });
    await putFilter();
    await put({ latency: 2 });
    await clients.logs.send(new Logs.DeleteMetricFilterCommand({ logGroupName: "/trail", filterName: "mine" }));
    await put({ latency: 4 });
    expect(await statistics()).to.deep.equal([[2, 1, "None"]]);
  });

  it("publish the default value for events of which none matches", async () => {
    await putFilter({ defaultValue: 0 });
    await put("a", "b");
    expect(await statistics()).to.deep.equal([[0, 2, "None"]]);
    await put("a", { latency: 3 });
    expect(await statistics()).to.deep.equal([[3, 3, "None"]]);
  });

  it("take dimensions from the events that have them", async () => {
    await putFilter({ dimensions: { Who: "$.who" } });
    await put({ latency: 3, who: "me" }, { latency: 4 });
    expect(await statistics([{ Name: "Who", Value: "me" }])).to.deep.equal([[3, 1, "None"]]);
    expect(await statistics()).to.deep.equal([]);
  });

  it("are shown by group, name and metric", async () => {
    await putFilter({ defaultValue: 0 });
    const shown = {
      ...filter,
      creationTime: start.getTime(),
      metricTransformations: [{ ...filter.metricTransformations[0], defaultValue: 0, unit: "None" }],
    };
    const describe = async (input: object = {}) =>
      (await clients.logs.send(new Logs.DescribeMetricFiltersCommand(input))).metricFilters;
    expect(await describe()).to.deep.equal([shown]);
    expect(await describe({ logGroupName: "/trail", filterNamePrefix: "mi" })).to.deep.equal([shown]);
    expect(await describe({ metricName: "latency", metricNamespace: "mine" })).to.deep.equal([shown]);
    expect(await describe({ metricName: "latency", metricNamespace: "other" })).to.deep.equal([]);
    expect(await describe({ filterNamePrefix: "x" })).to.deep.equal([]);
    const { code } = await refusalOf(describe({ metricName: "latency" }));
    expect(code).to.equal("InvalidParameterException");
  });

  const refused: { name: string; more: Partial<Logs.MetricTransformation>; message: string }[] = [
    {
      name: "a default value and dimensions",
      more: { defaultValue: 0, dimensions: { Who: "$.who" } },
      message: "Invalid metric transformation: dimensions and default value are mutually exclusive properties.",
    },
    {
      name: "a value that is no number",
      more: { metricValue: "many" },
      message: "The metricValue many is neither a number nor a selector such as $.latency.",
    },
    {
      name: "a place that is none",
      more: { metricValue: "$latency" },
      message: "$latency is not a selector such as $.latency.",
    },
    {
      name: "four dimensions",
      more: { dimensions: { A: "$.a", B: "$.b", C: "$.c", D: "$.d" } },
      message: "A metric filter has at most 3 dimensions, not 4.",
    },
  ];
  for (const { name, more, message } of refused) {
    it(`are not made with ${name}`, async () => {
      expect(await refusalOf(putFilter(more))).to.deep.equal({
        code: "InvalidParameterException",
        message,
        status: 400,
      });
    });
  }

  it("are tested before they are made", async () => {
    const command = new Logs.TestMetricFilterCommand({ filterPattern: "?a ?b", logEventMessages: ["c", "b"] });
    expect((await clients.logs.send(command)).matches).to.deep.equal([
      { eventNumber: 1, eventMessage: "b", extractedValues: {} },
    ]);
    const wrong = new Logs.TestMetricFilterCommand({ filterPattern: "{", logEventMessages: ["c"] });
    expect((await refusalOf(clients.logs.send(wrong))).code).to.equal("InvalidParameterException");
  });

  it("are for those who may make them", async () => {
    const Resource = "arn:aws:logs:us-east-1:000000000000:log-group:/trail:*";
    const maker = await createUser(emulator, "Maker", [{ Effect: "Allow", Action: "logs:PutMetricFilter", Resource }]);
    await maker.clients.logs.send(new Logs.PutMetricFilterCommand(filter));
    const command = new Logs.DeleteMetricFilterCommand({ logGroupName: "/trail", filterName: "mine" });
    expect((await refusalOf(maker.clients.logs.send(command))).code).to.equal("AccessDeniedException");
  });

  it("drive the alarm of AWS's tutorial on the use of a key that is pending deletion", async () => {
    await clients.logs.send(
      new Logs.PutMetricFilterCommand({
        logGroupName: "/trail",
        filterName: "KeyPendingDeletionErrorCount",
        filterPattern: '{ $.eventSource = kms* && $.errorMessage = "* is pending deletion."}',
        metricTransformations: [
          { metricName: "KeyPendingDeletionErrorCount", metricNamespace: "CloudTrailLogMetrics", metricValue: "1" },
        ],
      }),
    );
    await clients.cloudWatch.send(
      new CloudWatch.PutMetricAlarmCommand({
        AlarmName: "pending",
        Namespace: "CloudTrailLogMetrics",
        MetricName: "KeyPendingDeletionErrorCount",
        Statistic: "Sum",
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: "GreaterThanOrEqualToThreshold",
        TreatMissingData: "notBreaching",
      }),
    );
    const state = async () => {
      const { MetricAlarms = [] } = await clients.cloudWatch.send(new CloudWatch.DescribeAlarmsCommand({}));
      return MetricAlarms[0]?.StateValue;
    };
    const record = { eventSource: "kms.amazonaws.com", eventName: "Encrypt" };
    await put(record, { ...record, errorMessage: "arn:… is disabled." });
    emulator.instance.clock.advance(60_000);
    expect(await state()).to.equal("OK");
    await put({ ...record, errorMessage: "arn:aws:kms:us-east-1:000000000000:key/1 is pending deletion." });
    emulator.instance.clock.advance(60_000);
    expect(await state()).to.equal("ALARM");
    emulator.instance.clock.advance(5 * 60_000);
    expect(await state()).to.equal("OK");
  });
});
