import { expect } from "chai";
import { addEvents, type LogStream, type StoredEvent } from "../../../../emulator/services/logs/logGroup.ts";

const event = (timestamp: number): StoredEvent => ({
  id: String(timestamp),
  timestamp,
  ingestionTime: 0,
  bytes: 1,
  content: "x",
});

describe("A log stream", () => {
  it("forgets its oldest events once there are more than 100,000", () => {
    const stream: LogStream = { name: "a", arn: "a", creationTime: 0, events: [] };
    addEvents(
      stream,
      Array.from({ length: 100_000 }, (_, index) => event(index)),
      new Date(5),
    );
    expect([stream.events.length, stream.lastIngestionTime]).to.deep.equal([100_000, 5]);
    addEvents(stream, [event(100_000)], new Date(6));
    expect([stream.events.length, stream.events[0]?.timestamp]).to.deep.equal([90_000, 10_001]);
    expect(stream.events.at(-1)?.timestamp).to.equal(100_000);
  });
});
