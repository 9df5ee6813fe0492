import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const start = new Date("2026-11-25T07:00:00.000Z");
const arnOf = (name: string) => `arn:aws:logs:us-east-1:000000000000:log-group:${name}`;

describe("CloudWatch Logs, log groups and streams", () => {
  let emulator: Emulator;
  let client: Logs.CloudWatchLogsClient;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    client = clientsFor(emulator).logs;
    await client.send(new Logs.CreateLogGroupCommand({ logGroupName: "/mine", tags: { team: "us" } }));
  });
  afterEach(() => emulator.stop());

  const groups = async (input: Logs.DescribeLogGroupsCommandInput = {}) =>
    (await client.send(new Logs.DescribeLogGroupsCommand(input))).logGroups ?? [];
  const namesOf = async (input: Logs.DescribeLogGroupsCommandInput) =>
    (await groups(input)).map(({ logGroupName }) => logGroupName);

  it("shows a log group as it was made", async () => {
    expect(await groups()).to.deep.equal([
      {
        logGroupName: "/mine",
        creationTime: start.getTime(),
        metricFilterCount: 0,
        arn: `${arnOf("/mine")}:*`,
        storedBytes: 0,
        logGroupClass: "STANDARD",
        logGroupArn: arnOf("/mine"),
      },
    ]);
  });

  it("finds log groups by prefix, part and ARN", async () => {
    await client.send(new Logs.CreateLogGroupCommand({ logGroupName: "/other/Mine" }));
    expect(await namesOf({ logGroupNamePrefix: "/mine" })).to.deep.equal(["/mine"]);
    expect(await namesOf({ logGroupNamePattern: "MINE" })).to.deep.equal(["/mine", "/other/Mine"]);
    expect(await namesOf({ logGroupIdentifiers: [arnOf("/other/Mine")] })).to.deep.equal(["/other/Mine"]);
    expect(await namesOf({ logGroupClass: "INFREQUENT_ACCESS" })).to.deep.equal([]);
    const { logGroups, nextToken } = await client.send(new Logs.DescribeLogGroupsCommand({ limit: 1 }));
    expect(logGroups).to.have.length(1);
    expect(await namesOf({ nextToken })).to.deep.equal(["/other/Mine"]);
  });

  const refused: { name: string; call: () => Promise<unknown>; code: string; message: string }[] = [
    {
      name: "a group that is there already",
      call: () => client.send(new Logs.CreateLogGroupCommand({ logGroupName: "/mine" })),
      code: "ResourceAlreadyExistsException",
      message: "The specified log group already exists",
    },
    {
      name: "a group that is not there",
      call: () => client.send(new Logs.DeleteLogGroupCommand({ logGroupName: "/none" })),
      code: "ResourceNotFoundException",
      message: "The specified log group does not exist.",
    },
    {
      name: "a stream that is not there",
      call: () => client.send(new Logs.GetLogEventsCommand({ logGroupName: "/mine", logStreamName: "none" })),
      code: "ResourceNotFoundException",
      message: "The specified log stream does not exist.",
    },
    {
      name: "a group that is named twice",
      call: () =>
        client.send(new Logs.DescribeLogStreamsCommand({ logGroupName: "/mine", logGroupIdentifier: "/mine" })),
      code: "InvalidParameterException",
      message: "Exactly one of logGroupName and logGroupIdentifier must be specified.",
    },
    {
      name: "another class of groups",
      call: () =>
        client.send(new Logs.CreateLogGroupCommand({ logGroupName: "/ia", logGroupClass: "INFREQUENT_ACCESS" })),
      code: "InvalidParameterException",
      message: "The embedded AWS does not carry the log group class INFREQUENT_ACCESS yet: it knows STANDARD alone.",
    },
    {
      name: "a forged page",
      call: () => client.send(new Logs.DescribeLogGroupsCommand({ nextToken: "x" })),
      code: "InvalidParameterException",
      message: "The specified nextToken is invalid.",
    },
    {
      name: "streams by prefix in the order of their events",
      call: () =>
        client.send(
          new Logs.DescribeLogStreamsCommand({
            logGroupName: "/mine",
            logStreamNamePrefix: "a",
            orderBy: "LastEventTime",
          }),
        ),
      code: "InvalidParameterException",
      message: "Cannot order by LastEventTime with a logStreamNamePrefix.",
    },
  ];
  for (const { name, call, code, message } of refused) {
    it(`refuses ${name}`, async () => expect(await refusalOf(call())).to.deep.equal({ code, message, status: 400 }));
  }

  it("refuses a retention that AWS does not have", async () => {
    const command = new Logs.PutRetentionPolicyCommand({ logGroupName: "/mine", retentionInDays: 2 });
    const { code, message } = await refusalOf(client.send(command));
    expect(code).to.equal("InvalidParameterException");
    expect(message).to.match(/^retentionInDays must be one of 1, 3, 5, .*, 3653, not 2\.$/);
  });

  it("keeps events as long as the retention says, and for ever without one", async () => {
    const stream = { logGroupName: "/mine", logStreamName: "a" };
    const count = async () => (await client.send(new Logs.GetLogEventsCommand(stream))).events?.length;
    const put = async () => {
      const logEvents = [{ timestamp: emulator.instance.clock.now().getTime(), message: "x" }];
      await client.send(new Logs.PutLogEventsCommand({ ...stream, logEvents }));
    };
    await client.send(new Logs.CreateLogStreamCommand(stream));
    await client.send(new Logs.PutRetentionPolicyCommand({ logGroupName: "/mine", retentionInDays: 1 }));
    expect((await groups())[0]?.retentionInDays).to.equal(1);
    await put();
    emulator.instance.clock.advance(86_400_000);
    expect(await count()).to.equal(1);
    emulator.instance.clock.advance(1);
    expect(await count()).to.equal(0);
    await client.send(new Logs.DeleteRetentionPolicyCommand({ logGroupName: "/mine" }));
    await put();
    emulator.instance.clock.advance(400 * 86_400_000);
    expect(await count()).to.equal(1);
  });

  it("shows streams by name and by their last event, and removes them", async () => {
    const names = async (input: object = {}) => {
      const command = new Logs.DescribeLogStreamsCommand({ logGroupName: "/mine", ...input });
      return (await client.send(command)).logStreams?.map(({ logStreamName }) => logStreamName);
    };
    for (const [index, logStreamName] of ["b", "a"].entries()) {
      const stream = { logGroupName: "/mine", logStreamName };
      await client.send(new Logs.CreateLogStreamCommand(stream));
      const logEvents = [{ timestamp: start.getTime() + index, message: "x" }];
      await client.send(new Logs.PutLogEventsCommand({ ...stream, logEvents }));
    }
    expect(await names()).to.deep.equal(["a", "b"]);
    expect(await names({ orderBy: "LastEventTime" })).to.deep.equal(["b", "a"]);
    expect(await names({ orderBy: "LastEventTime", descending: true, limit: 1 })).to.deep.equal(["a"]);
    await client.send(new Logs.DeleteLogStreamCommand({ logGroupName: "/mine", logStreamName: "a" }));
    expect(await names()).to.deep.equal(["b"]);
  });

  it("tags log groups, in the newer form and the older", async () => {
    const resourceArn = arnOf("/mine");
    const tags = async () => (await client.send(new Logs.ListTagsForResourceCommand({ resourceArn }))).tags;
    await client.send(new Logs.TagResourceCommand({ resourceArn, tags: { use: "audit" } }));
    expect(await tags()).to.deep.equal({ team: "us", use: "audit" });
    await client.send(new Logs.UntagResourceCommand({ resourceArn, tagKeys: ["team"] }));
    expect(await tags()).to.deep.equal({ use: "audit" });
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, ""]));
    const refusal = await refusalOf(client.send(new Logs.TagResourceCommand({ resourceArn, tags: many })));
    expect(refusal.code).to.equal("TooManyTagsException");
    const gone = new Logs.ListTagsForResourceCommand({ resourceArn: arnOf("/none") });
    expect((await refusalOf(client.send(gone))).code).to.equal("ResourceNotFoundException");
  });

  for (const { by, statement } of [
    { by: "ARN", statement: { Resource: `${arnOf("/mine")}:*` } },
    { by: "tag", statement: { Resource: "*", Condition: { StringEquals: { "aws:ResourceTag/team": "us" } } } },
  ]) {
    it(`a policy by ${by} allows what it names, and nothing else`, async () => {
      await client.send(new Logs.CreateLogGroupCommand({ logGroupName: "/theirs", tags: { team: "them" } }));
      const user = await createUser(emulator, "Reader", [
        { Effect: "Allow", Action: "logs:DescribeLogStreams", ...statement },
      ]);
      const describe = (logGroupName: string) =>
        user.clients.logs.send(new Logs.DescribeLogStreamsCommand({ logGroupName }));
      expect((await describe("/mine")).logStreams).to.deep.equal([]);
      expect(await refusalOf(describe("/theirs"))).to.deep.equal({
        code: "AccessDeniedException",
        message: `User: ${user.arn} is not authorized to perform: logs:DescribeLogStreams on resource: ${arnOf("/theirs")}:log-stream: because no identity-based policy allows the logs:DescribeLogStreams action`,
        status: 400,
      });
    });
  }

  it("a policy with a group's bare ARN allows nothing but its tags", async () => {
    const user = await createUser(emulator, "Bare", [{ Effect: "Allow", Action: "logs:*", Resource: arnOf("/mine") }]);
    const { logs } = user.clients;
    const resourceArn = arnOf("/mine");
    expect((await logs.send(new Logs.ListTagsForResourceCommand({ resourceArn }))).tags).to.deep.equal({ team: "us" });
    const command = new Logs.DescribeLogStreamsCommand({ logGroupName: "/mine" });
    expect((await refusalOf(logs.send(command))).code).to.equal("AccessDeniedException");
  });
});
