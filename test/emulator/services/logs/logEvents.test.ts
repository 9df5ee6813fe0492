import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const start = new Date("2026-11-25T07:00:00.000Z");
const at = start.getTime();
const day = 86_400_000;
const stream = { logGroupName: "/mine", logStreamName: "a" };

describe("CloudWatch Logs, log events", () => {
  let emulator: Emulator;
  let client: Logs.CloudWatchLogsClient;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    client = clientsFor(emulator).logs;
    await client.send(new Logs.CreateLogGroupCommand({ logGroupName: "/mine" }));
    await client.send(new Logs.CreateLogStreamCommand(stream));
  });
  afterEach(() => emulator.stop());

  const put = (events: readonly (readonly [number, string])[], logStreamName = "a") =>
    client.send(
      new Logs.PutLogEventsCommand({
        ...stream,
        logStreamName,
        logEvents: events.map(([offset, message]) => ({ timestamp: at + offset, message })),
      }),
    );
  const get = (input: Partial<Logs.GetLogEventsCommandInput> = {}) =>
    client.send(new Logs.GetLogEventsCommand({ ...stream, ...input }));
  const messagesOf = ({ events = [] }: { events?: { message?: string }[] }) => events.map(({ message }) => message);

  it("shows events in the order of their timestamps, with the time of their coming", async () => {
    await put([[2, "later"]]);
    emulator.instance.clock.advance(5);
    await put([[1, "earlier"]]);
    expect((await get()).events).to.deep.equal([
      { timestamp: at + 1, message: "earlier", ingestionTime: at + 5 },
      { timestamp: at + 2, message: "later", ingestionTime: at },
    ]);
    expect(messagesOf(await get({ startTime: at + 2 }))).to.deep.equal(["later"]);
    expect(messagesOf(await get({ endTime: at + 2 }))).to.deep.equal(["earlier"]);
  });

  it("is read from either end, page by page", async () => {
    await put(Array.from({ length: 5 }, (_, index) => [index, String(index)] as const));
    const last = await get({ limit: 2 });
    expect(messagesOf(last)).to.deep.equal(["3", "4"]);
    expect(messagesOf(await get({ limit: 2, nextToken: last.nextBackwardToken }))).to.deep.equal(["1", "2"]);
    const first = await get({ limit: 3, startFromHead: true });
    expect(messagesOf(first)).to.deep.equal(["0", "1", "2"]);
    const second = await get({ limit: 3, nextToken: first.nextForwardToken });
    expect(messagesOf(second)).to.deep.equal(["3", "4"]);
    const end = await get({ limit: 3, nextToken: second.nextForwardToken });
    expect([messagesOf(end), end.nextForwardToken]).to.deep.equal([[], second.nextForwardToken]);
    expect((await refusalOf(get({ nextToken: "x" }))).message).to.equal("The specified nextToken is invalid.");
  });

  it("finds events of all streams by pattern", async () => {
    await client.send(new Logs.CreateLogStreamCommand({ ...stream, logStreamName: "b" }));
    await put([
      [1, "ERROR one"],
      [3, "fine"],
    ]);
    await put([[2, "ERROR two"]], "b");
    const find = (input: object = {}) =>
      client.send(new Logs.FilterLogEventsCommand({ logGroupName: "/mine", filterPattern: "ERROR", ...input }));
    expect(messagesOf(await find())).to.deep.equal(["ERROR one", "ERROR two"]);
    expect(messagesOf(await find({ logStreamNames: ["b"] }))).to.deep.equal(["ERROR two"]);
    expect(messagesOf(await find({ logStreamNamePrefix: "a" }))).to.deep.equal(["ERROR one"]);
    expect(messagesOf(await find({ startTime: at + 2 }))).to.deep.equal(["ERROR two"]);
    expect(messagesOf(await find({ filterPattern: "" }))).to.deep.equal(["ERROR one", "ERROR two", "fine"]);
    const { events = [], nextToken } = await find({ limit: 1 });
    expect(events[0]).to.include({ logStreamName: "a", timestamp: at + 1, ingestionTime: at });
    expect(events[0]?.eventId).to.match(/^\d{56}$/);
    expect(messagesOf(await find({ nextToken }))).to.deep.equal(["ERROR two"]);
    const both = find({ logStreamNames: ["b"], logStreamNamePrefix: "a" });
    expect((await refusalOf(both)).message).to.equal("logStreamNames and logStreamNamePrefix exclude each other.");
  });

  const batches: { name: string; events: (readonly [number, string])[]; message: string }[] = [
    {
      name: "out of order",
      events: [
        [2, "b"],
        [1, "a"],
      ],
      message: "Log events in a single PutLogEvents request must be in chronological order.",
    },
    {
      name: "longer than a day",
      events: [
        [-day - 1, "a"],
        [0, "b"],
      ],
      message: "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.",
    },
    {
      name: "too large",
      events: [[0, "x".repeat(1_048_551)]],
      message: "Upload too large: 1048577 bytes exceeds limit of 1048576",
    },
  ];
  for (const { name, events, message } of batches) {
    it(`takes no batch that is ${name}`, async () => {
      expect(await refusalOf(put(events))).to.deep.equal({ code: "InvalidParameterException", message, status: 400 });
      expect(messagesOf(await get())).to.deep.equal([]);
    });
  }

  it("takes what is neither too old nor from the future, and says what it leaves out", async () => {
    const { rejectedLogEventsInfo: early } = await put([
      [0, "now"],
      [2 * 3_600_000 + 1, "future"],
    ]);
    expect(early).to.deep.equal({ tooNewLogEventStartIndex: 1 });
    const { rejectedLogEventsInfo: late } = await put([
      [-14 * day - 1, "ancient"],
      [-14 * day, "old"],
    ]);
    expect(late).to.deep.equal({ tooOldLogEventEndIndex: 1 });
    await client.send(new Logs.PutRetentionPolicyCommand({ logGroupName: "/mine", retentionInDays: 1 }));
    const { rejectedLogEventsInfo: expired } = await put([[-day - 1, "expired"]]);
    expect(expired).to.deep.equal({ expiredLogEventEndIndex: 1 });
    expect(messagesOf(await get())).to.deep.equal(["now"]);
  });
});
