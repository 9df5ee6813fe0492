import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import type { LeaseOrder } from "../../../sandboxes/lease/lease.ts";
import { Leases } from "../../../sandboxes/lease/leases.ts";
import { leaseStates, mayFollow, openStates, type LeaseState } from "../../../sandboxes/lease/leaseState.ts";
import { openStateOf } from "../../../sandboxes/terms/openStateOf.ts";

const order: LeaseOrder = {
  id: "ada-2345",
  students: ["ada"],
  pseudonym: "abcdefghij",
  blueprint: "ready-made",
  joinCode: "AAAA-BBBB-CCCC",
};
const at = new Date("2026-11-26T08:00:00Z");
const until = new Date("2026-11-26T12:00:00Z");

describe("the leases of a class", () => {
  let folder: string;
  let leases: Leases;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-leases-"));
    leases = new Leases(folder);
    leases.request(order, { at, until, reason: "the roster names them" });
  });

  afterEach(() => rm(folder, { recursive: true }));

  it("know what was requested, for whom and until when", () => {
    expect(leases.list()).to.deep.equal([
      {
        ...order,
        until: until.toISOString(),
        state: "requested",
        history: [{ state: "requested", at: at.toISOString(), reason: "the roster names them" }],
        handOvers: [],
        checkpoints: {},
        remaining: [],
        usage: { keys: 0, tables: 0, requests: 0, estimatedCost: 0 },
      },
    ]);
    expect(leases.orderOf(order.id)).to.deep.equal(order);
  });

  it("remember every step with time and reason, and what happened on the way", () => {
    const time = at.toISOString();
    leases.lead(order.id, "deploying", { at, reason: "its turn has come" });
    leases.lead(order.id, "ready", { at, reason: "it was deployed" });
    leases.write(order.id, { type: "handed over", at: time, to: "student" });
    leases.write(order.id, { type: "checkpoint", at: time, checkpoint: "key-created" });
    leases.write(order.id, { type: "checkpoint", at: until.toISOString(), checkpoint: "key-created" });
    const lease = leases.get(order.id);
    expect(lease.state).to.equal("handed out");
    expect(lease.history.map(({ state, reason }) => [state, reason])).to.deep.equal([
      ["requested", "the roster names them"],
      ["deploying", "its turn has come"],
      ["ready", "it was deployed"],
      ["handed out", "its credentials went to the student"],
    ]);
    expect(lease.handOvers).to.deep.equal([{ at: time, to: "student" }]);
    // What was reached first counts.
    expect(lease.checkpoints).to.deep.equal({ "key-created": time });
    leases.write(order.id, { type: "started over", at: time });
    expect(leases.get(order.id).checkpoints).to.deep.equal({});
  });

  it("stay as they are with those who work already when they are handed over once more", () => {
    for (const state of ["deploying", "ready", "active"] as const) leases.lead(order.id, state, { at, reason: "x" });
    leases.write(order.id, { type: "handed over", at: at.toISOString(), to: "instructor" });
    const { state, handOvers } = leases.get(order.id);
    expect([state, handOvers.length]).to.deep.equal(["active", 1]);
  });

  it("refuse a step that leads nowhere, and write nothing then", async () => {
    const file = join(folder, order.id, "lease.jsonl");
    const before = await readFile(file, "utf8");
    expect(() => leases.lead(order.id, "frozen", { at, reason: "x" })).to.throw(
      "The lease ada-2345 is requested and cannot become frozen.",
    );
    expect(await readFile(file, "utf8")).to.equal(before);
    expect(() => leases.get("ben-2345")).to.throw("There is no lease ben-2345.");
  });

  it("pass over a line that a dead process has begun, and keep what comes after it", async () => {
    await appendFile(join(folder, order.id, "lease.jsonl"), '{"type":"state","at":"2026-11-26T0');
    expect(leases.get(order.id).state).to.equal("requested");
    leases.lead(order.id, "deploying", { at, reason: "its turn has come" });
    expect(leases.get(order.id).state).to.equal("deploying");
  });

  it("begin anew when one that had ended is requested again", () => {
    leases.lead(order.id, "ending", { at, reason: "it is not needed" });
    leases.lead(order.id, "ended", { at, reason: "nothing of it is left" });
    leases.request({ ...order, joinCode: "DDDD" }, { at, until, reason: "they are back" });
    const { state, history, joinCode } = leases.get(order.id);
    expect([state, history.length, joinCode]).to.deep.equal(["requested", 1, "DDDD"]);
  });

  it("are for the user alone", async () => {
    const modes = await Promise.all(
      [order.id, join(order.id, "lease.jsonl")].map(async (path) => (await stat(join(folder, path))).mode & 0o777),
    );
    expect(modes).to.deep.equal([0o700, 0o600]);
  });
});

describe("the states of a lease", () => {
  it("can all be reached, and all lead to the end but the end", () => {
    const reach = (from: LeaseState): Set<LeaseState> => {
      const seen = new Set<LeaseState>([from]);
      for (const state of seen) for (const next of leaseStates) if (mayFollow(state, next)) seen.add(next);
      return seen;
    };
    expect([...reach("requested")].toSorted()).to.deep.equal([...leaseStates].toSorted());
    for (const state of leaseStates) expect(reach(state).has("ended"), state).to.equal(true);
    expect([...reach("ended")]).to.deep.equal(["ended"]);
  });

  it("return after a frost to the latest in which somebody could work", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...leaseStates), { minLength: 1, maxLength: 12 }), (states) => {
        const [first = "requested", ...others] = states;
        const step = (state: LeaseState) => ({ state, at: at.toISOString(), reason: "" });
        const open = states.filter((state) => openStates.has(state));
        expect(openStateOf({ history: [step(first), ...others.map(step)] })).to.equal(open.at(-1) ?? "ready");
      }),
    );
  });
});
