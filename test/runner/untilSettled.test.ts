import { expect } from "chai";
import type { Judgement } from "../../runner/judge.ts";
import { untilSettled, type Waiting } from "../../runner/waiting/untilSettled.ts";

const passed: Judgement = { expected: "allowed", observed: "allowed", verdict: "passed" };
const opposite: Judgement = { expected: "allowed", observed: "denied", verdict: "failed", reason: "it was denied" };
const unknownCaller: Judgement = {
  expected: "allowed",
  observed: "error",
  verdict: "inconclusive",
  error: { code: "InvalidClientTokenId", message: "The security token included in the request is invalid." },
};
const wrongValue: Judgement = { ...passed, verdict: "failed", reason: "it yielded 1 instead of 2" };
const forbidden: Judgement = { expected: "denied", observed: "allowed", verdict: "failed" };
const refused: Judgement = { expected: "denied", observed: "denied", verdict: "passed" };

const never = new AbortController().signal;
const patient = { settle: 0, answers: 3, limit: 400, eventually: 400, pause: 5 };
const atOnce = { settle: 0, answers: 1, limit: 0, eventually: 400, pause: 5 };

interface Case {
  readonly name: string;
  /** The last one is given again and again. */
  readonly answers: readonly Judgement[];
  readonly waiting?: Partial<Waiting>;
  readonly verdict: string;
  readonly tries?: number;
}

const cases: readonly Case[] = [
  { name: "is met by as many answers in a row as are wanted", answers: [passed], verdict: "passed", tries: 3 },
  {
    name: "counts anew after another answer",
    answers: [passed, passed, opposite, passed],
    verdict: "passed",
    tries: 6,
  },
  {
    name: "waits for whoever is not known yet",
    answers: [unknownCaller, unknownCaller, passed],
    verdict: "passed",
    tries: 5,
  },
  { name: "fails at once with a wrong value", answers: [wrongValue, passed], verdict: "failed", tries: 1 },
  { name: "fails when the contrary stays", answers: [opposite], verdict: "failed" },
  { name: "is inconclusive when an error stays", answers: [unknownCaller], verdict: "inconclusive" },
  {
    name: "is inconclusive when the answers never settle",
    answers: Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? passed : opposite)),
    verdict: "inconclusive",
  },
  {
    name: "takes the first answer where everything is seen at once",
    answers: [opposite, passed],
    waiting: { patience: atOnce },
    verdict: "failed",
    tries: 1,
  },
  {
    name: "waits for a value where that takes its time",
    answers: [wrongValue, wrongValue, passed],
    waiting: { patience: atOnce, isEventual: true },
    verdict: "passed",
    tries: 3,
  },
  {
    name: "does not try again what has changed something",
    answers: [passed, opposite],
    waiting: { changesSomething: true },
    verdict: "passed",
    tries: 1,
  },
  {
    name: "fails at once when something was changed that must not be",
    answers: [forbidden, refused],
    waiting: { changesSomething: true },
    verdict: "failed",
    tries: 1,
  },
  {
    name: "tries a change again while it is refused",
    answers: [opposite, unknownCaller, passed],
    waiting: { changesSomething: true },
    verdict: "passed",
    tries: 3,
  },
  {
    name: "is not tried again once the run is interrupted",
    answers: [opposite, passed],
    waiting: { signal: AbortSignal.abort() },
    verdict: "failed",
    tries: 1,
  },
];

async function settle(answers: readonly Judgement[], waiting: Partial<Waiting> = {}) {
  let tries = 0;
  const once = async () => answers[Math.min(tries++, answers.length - 1)] ?? passed;
  const changedAt = performance.now();
  const defaults = { patience: patient, changedAt, isEventual: false, changesSomething: false, signal: never };
  const settled = await untilSettled(once, { ...defaults, ...waiting });
  expect(settled.tries).to.equal(tries);
  return settled;
}

describe("An expectation", () => {
  for (const { name, answers, waiting, verdict, tries } of cases) {
    it(name, async () => {
      const settled = await settle(answers, waiting);
      expect(settled.verdict).to.equal(verdict);
      if (tries !== undefined) expect(settled.tries).to.equal(tries);
      else expect(settled.tries).to.be.greaterThan(5);
    });
  }

  it("says how often its answers were as expected when they do not settle", async () => {
    const answers = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? passed : opposite));
    expect((await settle(answers)).reason).to.match(
      /^the answers did not settle within 0 s: \d+ of \d+ were as expected$/,
    );
  });

  it("does not take for an answer what may still be from before a change", async () => {
    const changedAt = performance.now();
    // Denied from the start, as the permission is not seen yet that must not be there.
    const once = async () => (performance.now() - changedAt < 60 ? refused : forbidden);
    const patience = { ...patient, settle: 120 };
    const settled = await untilSettled(once, { ...settings, patience, changedAt });
    expect([settled.verdict, settled.observed]).to.deep.equal(["failed", "allowed"]);
  });

  it("hears answers to the end that come slowly", async () => {
    const slow = { ...patient, limit: 20, pause: 15 };
    expect(await settle([passed], { patience: slow })).to.include({ verdict: "passed", tries: 3 });
  });

  it("makes a change only when what was before can no longer answer", async () => {
    const changedAt = performance.now();
    let madeAfter = 0;
    const once = async () => {
      madeAfter = performance.now() - changedAt;
      return refused;
    };
    await untilSettled(once, { ...settings, patience: { ...patient, settle: 80 }, changedAt, changesSomething: true });
    expect(madeAfter).to.be.at.least(79);
  });

  it("tells how long the answers took to be as expected, if they were not from the start", async () => {
    expect((await settle([passed])).convergenceMilliseconds).to.equal(undefined);
    expect((await settle([opposite])).convergenceMilliseconds).to.equal(undefined);
    const { convergenceMilliseconds = 0 } = await settle([opposite, opposite, opposite, passed]);
    expect(convergenceMilliseconds).to.be.within(10, 300);
  });
});

const settings = { isEventual: false, changesSomething: false, signal: never };
