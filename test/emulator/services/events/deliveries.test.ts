import * as CloudWatch from "@aws-sdk/client-cloudwatch";
import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import * as EventBridge from "@aws-sdk/client-eventbridge";
import { CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { AddPermissionCommand, CreateFunctionCommand } from "@aws-sdk/client-lambda";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { zipOf } from "../lambda/functions.ts";

const start = new Date("2026-11-25T07:00:00.000Z");
const account = "000000000000";
const logGroupName = "/aws/events/mine";
const logGroup = `arn:aws:logs:us-east-1:${account}:log-group:${logGroupName}`;
const rule = `arn:aws:events:us-east-1:${account}:rule/mine`;
const policy = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: statement });

describe("EventBridge, what rules do with events", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    clients = clientsFor(emulator);
    await clients.logs.send(new Logs.CreateLogGroupCommand({ logGroupName }));
  });
  afterEach(() => emulator.stop());

  const allowEventBridge = (Condition: object = {}) =>
    clients.logs.send(
      new Logs.PutResourcePolicyCommand({
        policyName: "events",
        policyDocument: policy({
          Effect: "Allow",
          Principal: { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `${logGroup}:*`,
          Condition,
        }),
      }),
    );
  const putRule = (more: Partial<EventBridge.PutRuleCommandInput> = {}) =>
    clients.events.send(
      new EventBridge.PutRuleCommand({ Name: "mine", EventPattern: JSON.stringify({ source: ["mine"] }), ...more }),
    );
  const putTarget = (target: Partial<EventBridge.Target> = {}) =>
    clients.events.send(
      new EventBridge.PutTargetsCommand({ Rule: "mine", Targets: [{ Id: "a", Arn: logGroup, ...target }] }),
    );
  const putEvent = (more: Partial<EventBridge.PutEventsRequestEntry> = {}) =>
    clients.events.send(
      new EventBridge.PutEventsCommand({
        Entries: [{ Source: "mine", DetailType: "Mine", Detail: '{"n":1,"who":"A \\"B\\""}', ...more }],
      }),
    );
  const metric = async (MetricName: string) => {
    const { Datapoints = [] } = await clients.cloudWatch.send(
      new CloudWatch.GetMetricStatisticsCommand({
        Namespace: "AWS/Events",
        MetricName,
        Dimensions: [{ Name: "RuleName", Value: "mine" }],
        StartTime: start,
        EndTime: new Date(start.getTime() + 86_400_000),
        Period: 86_400,
        Statistics: ["Sum"],
      }),
    );
    return Datapoints.map(({ Sum }) => Sum);
  };

  /** Waits until as many messages are in a log group. */
  async function messages(count: number, logGroupName: string, filterPattern = ""): Promise<(string | undefined)[]> {
    for (;;) {
      const { events = [] } = await clients.logs.send(new Logs.FilterLogEventsCommand({ logGroupName, filterPattern }));
      if (events.length >= count) return events.map(({ message }) => message);
    }
  }

  it("write an event into a log group whose policy lets them", async () => {
    await allowEventBridge({ ArnEquals: { "aws:SourceArn": rule } });
    await putRule();
    await putTarget();
    const { Entries, FailedEntryCount } = await putEvent({ Resources: ["arn:aws:s3:::mine"] });
    expect(FailedEntryCount).to.equal(0);
    const [message = ""] = await messages(1, logGroupName);
    expect(JSON.parse(message)).to.deep.equal({
      version: "0",
      id: Entries?.[0]?.EventId,
      "detail-type": "Mine",
      source: "mine",
      account,
      time: "2026-11-25T07:00:00Z",
      region: "us-east-1",
      resources: ["arn:aws:s3:::mine"],
      detail: { n: 1, who: 'A "B"' },
    });
    for (const name of ["MatchedEvents", "TriggeredRules", "Invocations"])
      expect(await metric(name)).to.deep.equal([1]);
    expect(await metric("FailedInvocations")).to.deep.equal([]);
  });

  it("fail where the log group's policy does not let them, which their metrics tell", async () => {
    await allowEventBridge({ ArnEquals: { "aws:SourceArn": `${rule}-of-others` } });
    await putRule();
    await putTarget();
    await putEvent();
    while ((await metric("FailedInvocations")).length === 0);
    expect(await metric("Invocations")).to.deep.equal([1]);
    expect(await messages(0, logGroupName)).to.deep.equal([]);
  });

  it("do nothing with events that do not match, and nothing while they are disabled", async () => {
    await putRule();
    await putEvent({ Source: "other" });
    await clients.events.send(new EventBridge.DisableRuleCommand({ Name: "mine" }));
    await putEvent();
    expect(await metric("TriggeredRules")).to.deep.equal([]);
    await clients.events.send(new EventBridge.EnableRuleCommand({ Name: "mine" }));
    await putEvent();
    expect(await metric("TriggeredRules")).to.deep.equal([1]);
  });

  const inputs: { name: string; target: Partial<EventBridge.Target>; message: string }[] = [
    { name: "a constant", target: { Input: '{"always":"this"}' }, message: '{"always":"this"}' },
    { name: "a part", target: { InputPath: "$.detail.n" }, message: "1" },
    {
      name: "a template of JSON",
      target: {
        InputTransformer: {
          InputPathsMap: { n: "$.detail.n", who: "$.detail.who", gone: "$.detail.gone", type: "$.detail-type" },
          InputTemplate: '{"n":<n>,"who":<who>,"gone":<gone>,"text":"<type> of <who> by <aws.events.rule-name>"}',
        },
      },
      message: '{"n":1,"who":"A \\"B\\"","gone":null,"text":"Mine of A \\"B\\" by mine"}',
    },
    {
      name: "a template with the rule, and with a place that is none",
      target: { InputTransformer: { InputTemplate: "<aws.events.rule-arn> <other>" } },
      message: `"${rule}" <other>`,
    },
  ];
  for (const { name, target, message } of inputs) {
    it(`hand ${name} to the target`, async () => {
      await allowEventBridge();
      await putRule();
      await putTarget(target);
      await putEvent();
      expect(await messages(1, logGroupName)).to.deep.equal([message]);
    });
  }

  const entries: { name: string; entry: Partial<EventBridge.PutEventsRequestEntry>; error: [string, string] }[] = [
    {
      name: "no source",
      entry: { Source: undefined },
      error: ["InvalidArgument", "Parameter Source is not valid. Reason: Source is a required argument."],
    },
    {
      name: "no type",
      entry: { DetailType: "" },
      error: ["InvalidArgument", "Parameter DetailType is not valid. Reason: DetailType is a required argument."],
    },
    {
      name: "no detail",
      entry: { Detail: undefined },
      error: ["InvalidArgument", "Parameter Detail is not valid. Reason: Detail is a required argument."],
    },
    { name: "a detail that is no object", entry: { Detail: "[]" }, error: ["MalformedDetail", "Detail is malformed."] },
    { name: "a broken detail", entry: { Detail: "{" }, error: ["MalformedDetail", "Detail is malformed."] },
    {
      name: "AWS as its source",
      entry: { Source: "aws.kms" },
      error: ["NotAuthorizedForSourceException", "Not authorized for the source."],
    },
  ];
  for (const { name, entry, error } of entries) {
    it(`never hear of an event with ${name}`, async () => {
      await putRule({ EventPattern: JSON.stringify({ account: [account] }) });
      const { FailedEntryCount, Entries = [] } = await putEvent(entry);
      expect(FailedEntryCount).to.equal(1);
      expect(Entries.map(({ ErrorCode, ErrorMessage }) => [ErrorCode, ErrorMessage])).to.deep.equal([error]);
      expect(await metric("TriggeredRules")).to.deep.equal([]);
    });
  }

  it("run on their schedule, with one event for all times that the clock has passed over", async () => {
    await allowEventBridge();
    await putRule({ EventPattern: undefined, ScheduleExpression: "rate(5 minutes)" });
    await putTarget({ InputPath: "$.time" });
    emulator.instance.clock.advance(299_999);
    expect(await metric("TriggeredRules")).to.deep.equal([]);
    emulator.instance.clock.advance(1);
    emulator.instance.clock.advance(12 * 60_000);
    await clients.events.send(new EventBridge.DisableRuleCommand({ Name: "mine" }));
    emulator.instance.clock.advance(60 * 60_000);
    expect(await messages(2, logGroupName)).to.deep.equal(['"2026-11-25T07:05:00Z"', '"2026-11-25T07:15:00Z"']);
    expect(await metric("TriggeredRules")).to.deep.equal([2]);
  });

  it("call a function whose policy lets them", async () => {
    const trust = policy({ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" });
    await clients.iam.send(new CreateRoleCommand({ RoleName: "runs", AssumeRolePolicyDocument: trust }));
    const PolicyDocument = policy({ Effect: "Allow", Action: "logs:*", Resource: "*" });
    await clients.iam.send(new PutRolePolicyCommand({ RoleName: "runs", PolicyName: "logs", PolicyDocument }));
    const code = "exports.handler = async (event) => { console.log('HEARD ' + event.detail.n); };";
    const { FunctionArn } = await clients.lambda.send(
      new CreateFunctionCommand({
        FunctionName: "hears",
        Role: `arn:aws:iam::${account}:role/runs`,
        Runtime: "nodejs22.x",
        Handler: "index.handler",
        Code: { ZipFile: zipOf({ "index.js": code }) },
      }),
    );
    await putRule();
    await putTarget({ Arn: FunctionArn });
    await putEvent();
    while ((await metric("FailedInvocations")).length === 0);
    await clients.lambda.send(
      new AddPermissionCommand({
        FunctionName: "hears",
        StatementId: "events",
        Action: "lambda:InvokeFunction",
        Principal: "events.amazonaws.com",
        SourceArn: rule,
      }),
    );
    await clients.logs.send(new Logs.CreateLogGroupCommand({ logGroupName: "/aws/lambda/hears" }));
    await putEvent();
    const [message] = await messages(1, "/aws/lambda/hears", "HEARD");
    expect(message).to.contain("HEARD 1");
    expect(await metric("FailedInvocations")).to.deep.equal([1]);
  });
});
