import { expect } from "chai";
import { FakeClassroom } from "../../support/fakeClassroom.ts";
import { FakeDesk, secretMark } from "../../support/fakeDesk.ts";
import { toldIn, type Visitor } from "../../support/visitor.ts";

const until = "2026-03-02T16:00:00.000Z";

const actions = [
  { path: "extend", body: { until }, asked: `extend zoe-4k2p: ${until}` },
  { path: "freeze", body: { reason: " a break " }, asked: "freeze zoe-4k2p: a break" },
  { path: "thaw", body: {}, asked: "thaw zoe-4k2p" },
  { path: "reset", body: {}, asked: "reset zoe-4k2p" },
  { path: "end", body: {}, asked: "end zoe-4k2p" },
  { path: "credentials", body: {}, asked: "hand out to instructor zoe-4k2p" },
];

describe("what an instructor does", () => {
  let room: FakeClassroom;
  let instructor: Visitor;

  beforeEach(async () => {
    room = await FakeClassroom.open();
    instructor = await room.instructor();
  });

  afterEach(() => room.close());

  for (const { path, body, asked } of actions) {
    it(`reaches the desk: ${path}`, async () => {
      expect((await instructor.post(`/leases/zoe-4k2p/${path}`, body)).status).to.equal(200);
      expect(room.desk.asked).to.deep.equal([asked]);
    });
  }

  it("shows credentials in the answer, and has it recorded", async () => {
    const answer = await instructor.post("/leases/zoe-4k2p/credentials");
    const [administrator, reader] = await new FakeDesk().handOut("zoe-4k2p", "instructor");
    expect(toldIn(answer)).to.deep.equal({ credentials: [administrator, reader] });
    expect(room.desk.current.leases[0]?.handOvers.at(-1)?.to).to.equal("instructor");
    expect(await instructor.open("/")).not.to.include(secretMark);
  });

  it("is told in the log", async () => {
    await instructor.post("/leases/zoe-4k2p/freeze", { reason: "a break" });
    expect(room.logs).to.deep.equal([
      "An instructor signed in from 127.0.0.1.",
      "An instructor froze zoe-4k2p from 127.0.0.1.",
    ]);
  });

  const strangers: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    "without the session's token": { "x-keylab-token": undefined },
    "with another token": { "x-keylab-token": "A".repeat(43) },
    "from a page elsewhere": { origin: "https://example.com", "sec-fetch-site": "cross-site" },
    "from a page of another port": { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" },
    "from a page in a sandbox": { origin: "null", "sec-fetch-site": undefined },
    "from nowhere": { origin: undefined, "sec-fetch-site": undefined },
    "under another name": { host: "rebound.example.com", origin: "http://rebound.example.com" },
  };
  for (const [name, headers] of Object.entries(strangers)) {
    it(`is refused ${name}`, async () => {
      for (const { path, body } of actions) {
        expect((await instructor.post(`/leases/zoe-4k2p/${path}`, body, headers)).status, path).to.equal(403);
      }
      expect((await instructor.post("/sign-out", {}, headers)).status).to.equal(403);
      expect(room.desk.asked).to.deep.equal([]);
    });
  }

  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", undefined]) {
    it(`is refused as ${String(type)}`, async () => {
      const { status } = await instructor.post("/leases/zoe-4k2p/end", {}, { "content-type": type });
      expect([status, room.desk.asked]).to.deep.equal([415, []]);
    });
  }

  it("is refused to whoever is not signed in", async () => {
    const stranger = room.visitor();
    stranger.token = instructor.token;
    for (const { path, body } of actions) {
      expect((await stranger.post(`/leases/zoe-4k2p/${path}`, body)).status, path).to.equal(401);
    }
    expect((await stranger.get("/events")).status).to.equal(401);
    expect(room.desk.asked).to.deep.equal([]);
  });

  it("is no GET", async () => {
    for (const { path } of actions) expect((await instructor.get(`/leases/zoe-4k2p/${path}`)).status).to.equal(404);
    expect(room.desk.asked).to.deep.equal([]);
  });

  for (const { name, path, body } of [
    { name: "no time", path: "extend", body: { until: "soon" } },
    { name: "no reason", path: "freeze", body: { reason: "  " } },
    { name: "more than is asked for", path: "end", body: { reason: "because" } },
    { name: "a list", path: "end", body: [] },
  ]) {
    it(`is refused where it makes no sense: ${name}`, async () => {
      const answer = await instructor.post(`/leases/zoe-4k2p/${path}`, body);
      expect([answer.status, toldIn(answer)]).to.deep.equal([
        400,
        { message: "The request was not understood.", nextStep: "Reload the page and try again." },
      ]);
      expect(room.desk.asked).to.deep.equal([]);
    });
  }

  it("is refused where it is too long", async () => {
    const { status } = await instructor.post("/leases/zoe-4k2p/freeze", { reason: "x".repeat(20_000) });
    expect(status).to.equal(413);
  });

  for (const { name, lease, path, body, told } of [
    {
      name: "a time that is over",
      lease: "zoe-4k2p",
      path: "extend",
      body: { until: "2026-03-02T13:00:00Z" },
      told: { message: "That time is over.", nextStep: "Name a later one." },
    },
    {
      name: "a sandbox that is not there",
      lease: "../events",
      path: "end",
      body: {},
      told: { message: "There is no sandbox ../events.", nextStep: "Look at the list." },
    },
  ]) {
    it(`is told what the desk says against it: ${name}`, async () => {
      const { status, body: answer } = await instructor.post(`/leases/${encodeURIComponent(lease)}/${path}`, body);
      expect([status, JSON.parse(answer)]).to.deep.equal([409, told]);
    });
  }

  it("is told nothing of a bug, whose stack is in the log", async () => {
    room.desk.failure = new TypeError("ledger is undefined");
    const { status, body } = await instructor.post("/leases/zoe-4k2p/end");
    expect([status, JSON.parse(body)]).to.deep.equal([
      500,
      { message: "Something went wrong in Keylab.", nextStep: "The log of the server says what." },
    ]);
    expect(room.logs.at(-1)).to.match(/^TypeError: ledger is undefined\n +at .*changes\.test\.ts/);
    await new Promise((resolve) => setTimeout(resolve, 40));
    const page = await instructor.get("/");
    expect([page.status, page.body]).to.deep.equal([
      500,
      "Something went wrong in Keylab.\nThe log of the server says what.\n",
    ]);
  });
});
