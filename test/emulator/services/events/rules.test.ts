import * as EventBridge from "@aws-sdk/client-eventbridge";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const account = "000000000000";
const arnOf = (name: string) => `arn:aws:events:us-east-1:${account}:rule/${name}`;
const logGroup = `arn:aws:logs:us-east-1:${account}:log-group:/aws/events/mine`;
const EventPattern = JSON.stringify({ source: ["mine"] });

describe("EventBridge, rules", () => {
  let emulator: Emulator;
  let client: EventBridge.EventBridgeClient;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: new Date("2026-11-25T07:00:00.000Z") });
    client = clientsFor(emulator).events;
  });
  afterEach(() => emulator.stop());

  const putRule = (more: Partial<EventBridge.PutRuleCommandInput> = {}) =>
    client.send(new EventBridge.PutRuleCommand({ Name: "mine", EventPattern, ...more }));
  const putTargets = (...targets: EventBridge.Target[]) =>
    client.send(new EventBridge.PutTargetsCommand({ Rule: "mine", Targets: targets }));
  const describeRule = () => client.send(new EventBridge.DescribeRuleCommand({ Name: "mine" }));
  const targetsOf = async () =>
    (await client.send(new EventBridge.ListTargetsByRuleCommand({ Rule: "mine" }))).Targets ?? [];

  it("are made, shown, switched and removed", async () => {
    expect((await putRule({ Description: "a test" })).RuleArn).to.equal(arnOf("mine"));
    const shown = {
      Name: "mine",
      Arn: arnOf("mine"),
      EventPattern,
      State: "ENABLED",
      Description: "a test",
      EventBusName: "default",
    };
    expect(await describeRule()).to.deep.include({ ...shown, CreatedBy: account });
    const { Rules } = await client.send(new EventBridge.ListRulesCommand({ NamePrefix: "mi" }));
    expect(Rules).to.deep.equal([shown]);
    await client.send(new EventBridge.DisableRuleCommand({ Name: "mine" }));
    expect((await describeRule()).State).to.equal("DISABLED");
    await client.send(new EventBridge.EnableRuleCommand({ Name: "mine", EventBusName: "default" }));
    expect((await describeRule()).State).to.equal("ENABLED");
    await client.send(new EventBridge.DeleteRuleCommand({ Name: "mine" }));
    expect(await refusalOf(describeRule())).to.deep.equal({
      code: "ResourceNotFoundException",
      message: "Rule mine does not exist on EventBus default.",
      status: 400,
    });
    await client.send(new EventBridge.DeleteRuleCommand({ Name: "mine" }));
  });

  it("keep their targets until these are removed, and are not removed before", async () => {
    await putRule();
    await putTargets({ Id: "a", Arn: logGroup }, { Id: "b", Arn: logGroup, InputPath: "$.detail" });
    await putRule({ Description: "changed" });
    expect((await targetsOf()).map(({ Id }) => Id)).to.deep.equal(["a", "b"]);
    const { RuleNames } = await client.send(new EventBridge.ListRuleNamesByTargetCommand({ TargetArn: logGroup }));
    expect(RuleNames).to.deep.equal(["mine"]);
    const remove = client.send(new EventBridge.DeleteRuleCommand({ Name: "mine" }));
    expect((await refusalOf(remove)).message).to.equal("Rule can't be deleted since it has targets.");
    const removed = await client.send(new EventBridge.RemoveTargetsCommand({ Rule: "mine", Ids: ["a", "b", "c"] }));
    expect(removed.FailedEntries).to.deep.equal([
      {
        TargetId: "c",
        ErrorCode: "ResourceNotFoundException",
        ErrorMessage: "Rule mine does not have a target c.",
      },
    ]);
    expect(await targetsOf()).to.deep.equal([]);
  });

  const refusedRules: { name: string; input: Partial<EventBridge.PutRuleCommandInput>; message: string }[] = [
    {
      name: "neither a pattern nor a schedule",
      input: { EventPattern: undefined },
      message: "Parameter(s) EventPattern or ScheduleExpression must be specified.",
    },
    {
      name: "a schedule of one minutes",
      input: { ScheduleExpression: "rate(1 minutes)" },
      message: "Parameter ScheduleExpression is not valid.",
    },
    {
      name: "a cron schedule",
      input: { ScheduleExpression: "cron(0 10 * * ? *)" },
      message: "The embedded AWS does not carry the schedule cron(0 10 * * ? *) yet: it knows rate(…) alone.",
    },
    { name: "another bus", input: { EventBusName: "other" }, message: "Event bus other does not exist." },
    {
      name: "a wrong pattern",
      input: { EventPattern: '{"source":"mine"}' },
      message: 'Event pattern is not valid. Reason: "source" must be an object or an array',
    },
  ];
  for (const { name, input, message } of refusedRules) {
    it(`are not made with ${name}`, async () => expect((await refusalOf(putRule(input))).message).to.equal(message));
  }

  const refusedTargets: { name: string; target: Partial<EventBridge.Target>; message: string }[] = [
    {
      name: "a topic",
      target: { Arn: `arn:aws:sns:us-east-1:${account}:mine` },
      message: `The embedded AWS does not carry the target arn:aws:sns:us-east-1:${account}:mine yet: it knows log groups and Lambda functions of the rule's account and region.`,
    },
    {
      name: "a role",
      target: { RoleArn: `arn:aws:iam::${account}:role/mine` },
      message: "The embedded AWS does not carry 'RoleArn' of the target a yet.",
    },
    {
      name: "two inputs",
      target: { Input: "{}", InputPath: "$" },
      message: "Only one of Input, InputPath and InputTransformer is allowed for the target a.",
    },
    { name: "a broken input", target: { Input: "{" }, message: "JSON syntax error in input for target a." },
    {
      name: "a path that is none",
      target: { InputPath: "detail" },
      message: "The path detail of the target a is not of the form $.detail.eventName.",
    },
  ];
  for (const { name, target, message } of refusedTargets) {
    it(`have no target with ${name}`, async () => {
      await putRule();
      const put = putTargets({ Id: "fine", Arn: logGroup }, { Id: "a", Arn: logGroup, ...target });
      expect((await refusalOf(put)).message).to.equal(message);
      expect(await targetsOf()).to.deep.equal([]);
    });
  }

  it("have five targets at most", async () => {
    await putRule();
    const five = ["a", "b", "c", "d", "e"].map((Id) => ({ Id, Arn: logGroup }));
    await putTargets(...five);
    await putTargets(...five);
    expect((await refusalOf(putTargets({ Id: "f", Arn: logGroup }))).code).to.equal("LimitExceededException");
  });

  it("are tagged", async () => {
    await putRule({ Tags: [{ Key: "team", Value: "us" }] });
    const ResourceARN = arnOf("mine");
    await client.send(new EventBridge.TagResourceCommand({ ResourceARN, Tags: [{ Key: "use", Value: "audit" }] }));
    await client.send(new EventBridge.UntagResourceCommand({ ResourceARN, TagKeys: ["team"] }));
    const { Tags } = await client.send(new EventBridge.ListTagsForResourceCommand({ ResourceARN }));
    expect(Tags).to.deep.equal([{ Key: "use", Value: "audit" }]);
    const gone = new EventBridge.ListTagsForResourceCommand({ ResourceARN: arnOf("none") });
    expect((await refusalOf(client.send(gone))).code).to.equal("ResourceNotFoundException");
  });

  it("stand on the default bus, and there is no other", async () => {
    const Arn = `arn:aws:events:us-east-1:${account}:event-bus/default`;
    expect(await client.send(new EventBridge.DescribeEventBusCommand({}))).to.deep.include({ Name: "default", Arn });
    const { EventBuses } = await client.send(new EventBridge.ListEventBusesCommand({}));
    expect(EventBuses).to.deep.equal([{ Name: "default", Arn }]);
    const other = new EventBridge.DescribeEventBusCommand({ Name: "other" });
    expect((await refusalOf(client.send(other))).code).to.equal("ResourceNotFoundException");
  });

  it("are tested before they are made", async () => {
    const event = {
      id: "1",
      account,
      source: "mine",
      time: "2026-11-25T07:00:00Z",
      region: "us-east-1",
      resources: [],
    };
    const test = (Event: string, pattern = EventPattern) =>
      client.send(new EventBridge.TestEventPatternCommand({ EventPattern: pattern, Event }));
    const whole = JSON.stringify({ ...event, "detail-type": "mine" });
    expect((await test(whole)).Result).to.equal(true);
    expect((await test(whole, '{"source":["other"]}')).Result).to.equal(false);
    expect((await refusalOf(test(JSON.stringify(event)))).message).to.equal(
      "Parameter Event is not valid. Reason: it has no field detail-type.",
    );
    expect((await refusalOf(test("{"))).message).to.equal("Parameter Event is not valid. Reason: it is no JSON.");
  });

  for (const { name, condition, allowed, denied } of [
    {
      name: "the source in the pattern",
      condition: { StringEquals: { "events:source": "mine" } },
      allowed: '{"source":["mine"]}',
      denied: '{"source":["other"]}',
    },
    {
      name: "the detail type in the pattern",
      condition: { StringEquals: { "events:detail-type": "Mine" } },
      allowed: '{"detail-type":["Mine"]}',
      denied: '{"source":["mine"]}',
    },
  ]) {
    it(`are made by those whom a condition on ${name} lets`, async () => {
      const { arn, clients } = await createUser(emulator, "Maker", [
        { Effect: "Allow", Action: "events:PutRule", Resource: "*", Condition: condition },
      ]);
      const make = (pattern: string) =>
        clients.events.send(new EventBridge.PutRuleCommand({ Name: "theirs", EventPattern: pattern }));
      await make(allowed);
      expect(await refusalOf(make(denied))).to.deep.equal({
        code: "AccessDeniedException",
        message: `User: ${arn} is not authorized to perform: events:PutRule on resource: ${arnOf("theirs")} because no identity-based policy allows the events:PutRule action`,
        status: 400,
      });
    });
  }

  it("get only targets that a condition lets them have", async () => {
    await putRule();
    const Condition = { ArnEquals: { "events:TargetArn": logGroup } };
    const { clients } = await createUser(emulator, "Aimer", [
      { Effect: "Allow", Action: "events:PutTargets", Resource: arnOf("mine"), Condition },
    ]);
    const put = (Arn: string) =>
      clients.events.send(new EventBridge.PutTargetsCommand({ Rule: "mine", Targets: [{ Id: "a", Arn }] }));
    await put(logGroup);
    expect((await refusalOf(put(logGroup.replace("mine", "other")))).code).to.equal("AccessDeniedException");
  });
});
