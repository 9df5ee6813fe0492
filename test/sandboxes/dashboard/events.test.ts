import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import { FakeClassroom, zoesCode } from "../../support/fakeClassroom.ts";
import type { Line } from "../../support/visitor.ts";

const kinds = (line: Line) => line.events.map(({ event }) => event);

describe("the line of events", () => {
  let room: FakeClassroom;

  afterEach(() => room.close());

  it("tells the class, and then what changed", async () => {
    room = await FakeClassroom.open();
    const line = await (await room.instructor()).listen("/events");
    expect([line.status, line.headers["content-type"], line.headers["cache-control"]]).to.deep.equal([
      200,
      "text/event-stream; charset=utf-8",
      "no-store",
    ]);
    await line.heard(1);
    await sleep(100);
    expect(line.events).to.deep.equal([{ event: "view", data: room.desk.current }]);
    room.desk.change("zoe-4k2p", { state: "frozen" });
    await line.heard(2);
    expect(line.events[1]).to.deep.equal({ event: "view", data: room.desk.current });
  });

  it("asks the desk once for all who listen, and not at all when nobody does", async () => {
    room = await FakeClassroom.open({ pollEvery: 100 });
    const instructor = await room.instructor();
    const before = room.desk.views;
    const began = performance.now();
    const lines = await Promise.all([1, 2, 3, 4].map(() => instructor.listen("/events")));
    await Promise.all(lines.map((line) => line.heard(1)));
    await sleep(350);
    for (const line of lines) line.close();
    expect(room.desk.views - before).to.be.within(2, Math.ceil((performance.now() - began) / 100) + 1);
    await sleep(150);
    const { views } = room.desk;
    await sleep(300);
    expect(room.desk.views).to.equal(views);
  });

  it("shows that it is up", async () => {
    room = await FakeClassroom.open({ beatEvery: 20 });
    const line = await (await room.instructor()).listen("/events");
    await line.heard(3);
    expect(kinds(line).slice(0, 3)).to.deep.equal(["view", "beat", "beat"]);
  });

  it("tells of trouble, and goes on", async () => {
    room = await FakeClassroom.open();
    const line = await (await room.instructor()).listen("/events");
    await line.heard(1);
    room.desk.failure = new UserError("The ledger is locked.", "Wait.");
    await line.heard(2);
    expect(line.events[1]?.data).to.deep.equal({ message: "The ledger is locked.", nextStep: "Wait." });
    room.desk.failure = undefined;
    while (kinds(line).at(-1) !== "view") await line.heard(line.events.length + 1);
    expect(
      kinds(line)
        .slice(1, -1)
        .every((kind) => kind === "trouble"),
    ).to.equal(true);
  });

  it("tells nothing of a bug, whose stack is in the log", async () => {
    room = await FakeClassroom.open();
    const line = await (await room.instructor()).listen("/events");
    await line.heard(1);
    room.desk.failure = new Error("ledger is undefined");
    await line.heard(2);
    expect(line.events[1]?.data).to.deep.equal({
      message: "Something went wrong in Keylab.",
      nextStep: "The log of the server says what.",
    });
    await line.heard(4);
    expect(room.logs.filter((log) => log.startsWith("Error: ledger is undefined\n    at "))).to.have.lengthOf(1);
  });

  it("ends when its session does", async () => {
    room = await FakeClassroom.open({ beatEvery: 20 });
    const instructor = await room.instructor();
    const line = await instructor.listen("/events");
    await line.heard(1);
    await instructor.post("/sign-out");
    await line.ended();
    room.desk.change("zoe-4k2p", { state: "frozen" });
    expect(kinds(line).filter((kind) => kind === "view")).to.have.lengthOf(1);
  });

  it("ends when the class is served no more", async () => {
    room = await FakeClassroom.open();
    const line = await (await room.instructor()).listen("/events");
    await line.heard(1);
    await Promise.all([room.close(), line.ended().catch(() => undefined)]);
    const { views } = room.desk;
    await sleep(100);
    expect(room.desk.views).to.be.at.most(views + 1);
  });

  it("tells a student of their own sandbox alone", async () => {
    room = await FakeClassroom.open();
    const line = await (await room.student()).listen("/student/events");
    await line.heard(1);
    room.desk.change("carl-m2t8", { state: "ended" });
    await sleep(100);
    expect(line.events).to.deep.equal([{ event: "view", data: await room.desk.studentView(zoesCode) }]);
    room.desk.change("zoe-4k2p", { state: "frozen" });
    await line.heard(2);
    expect(line.events[1]?.data).to.deep.equal(await room.desk.studentView(zoesCode));
  });
});
