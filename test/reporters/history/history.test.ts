import { expect } from "chai";
import type { RunEvent } from "../../../reporters/events.ts";
import { historyLines } from "../../../reporters/history/historyLines.ts";
import { historyOf } from "../../../reporters/history/historyOf.ts";
import { expectGolden } from "../golden.ts";
import { sampleRuns } from "../sampleRuns.ts";
import { toldRun } from "../toldRun.ts";

const { passed = [], failed = [], inconclusive = [] } = sampleRuns;
const scenario = "dynamodb/transparent-encryption";

interface Circumstances {
  readonly day: number;
  readonly target?: string;
  readonly milliseconds?: number;
  readonly convergence?: number;
}

/** The same run on another day. */
function on({ day, target, milliseconds, convergence }: Circumstances, events: readonly RunEvent[]) {
  const changed = events.map((event): RunEvent => {
    if (event.type === "run started") {
      const { name } = event.target;
      return {
        ...event,
        at: `2026-01-0${day}T10:00:00.000Z`,
        runId: `2026010${day}T100000-a1b2c3`,
        target: { ...event.target, name: target ?? name },
      };
    }
    if (event.type === "scenario ended") return { ...event, milliseconds: milliseconds ?? event.milliseconds };
    if (event.type === "expectation checked") return { ...event, convergenceMilliseconds: convergence };
    return event;
  });
  return toldRun(changed);
}

describe("the history of runs", () => {
  it("lists runs, the oldest first, with what they counted", () => {
    const { runs } = historyOf([
      on({ day: 2 }, failed),
      on({ day: 1, convergence: 250 }, passed),
      on({ day: 3 }, passed.slice(0, 6)),
    ]);
    expect(runs).to.deep.equal([
      {
        runId: "20260101T100000-a1b2c3",
        at: "2026-01-01T10:00:00.000Z",
        target: "local",
        passed: 5,
        failed: 0,
        inconclusive: 0,
        isGood: true,
        milliseconds: 12_449,
        durations: { [scenario]: 11_345 },
        convergence: { [scenario]: 250 },
      },
      {
        runId: "20260102T100000-a1b2c3",
        at: "2026-01-02T10:00:00.000Z",
        target: "local",
        passed: 4,
        failed: 2,
        inconclusive: 0,
        isGood: false,
        milliseconds: 12_449,
        durations: {},
        convergence: {},
      },
      {
        runId: "20260103T100000-a1b2c3",
        at: "2026-01-03T10:00:00.000Z",
        target: "local",
        passed: 2,
        failed: 0,
        inconclusive: 0,
        isGood: false,
        milliseconds: undefined,
        durations: {},
        convergence: {},
      },
    ]);
  });

  const flaky = {
    target: "local",
    scenario,
    phase: "The user becomes a key user",
    principal: "user",
    attempt: "GetItem table id=1",
    expected: "allowed",
  };
  const secondAttempt = [
    ...failed.slice(0, -1).map((event) => (event.type === "scenario ended" ? { ...event, triedAgain: true } : event)),
    ...passed.slice(1).map((event) => (event.type === "scenario started" ? { ...event, attempt: 2 } : event)),
  ];
  for (const { name, runs, found } of [
    {
      name: "passed and failed",
      runs: [on({ day: 1 }, passed), on({ day: 2 }, failed)],
      found: [{ ...flaky, passed: 1, notPassed: 1 }],
    },
    {
      name: "passed and was inconclusive",
      runs: [on({ day: 1 }, passed), on({ day: 2 }, passed), on({ day: 3 }, inconclusive)],
      found: [{ ...flaky, passed: 2, notPassed: 1 }],
    },
    {
      name: "passed when it was tried again",
      runs: [on({ day: 1 }, secondAttempt)],
      found: [{ ...flaky, passed: 1, notPassed: 1 }],
    },
    { name: "always failed", runs: [on({ day: 1 }, failed), on({ day: 2 }, failed)], found: [] },
    {
      name: "failed on another target alone",
      runs: [on({ day: 1 }, passed), on({ day: 2, target: "http://127.0.0.1:4566" }, failed)],
      found: [],
    },
  ]) {
    it(`knows which expectations are flaky: what ${name}`, () => {
      expect(historyOf(runs).flaky).to.deep.equal(found);
    });
  }

  it("follows the times of each scenario on each target", () => {
    const far = "http://127.0.0.1:4566";
    const { durations, convergence } = historyOf([
      on({ day: 1, milliseconds: 1000, convergence: 10 }, passed),
      on({ day: 3, milliseconds: 4000 }, passed),
      on({ day: 2, milliseconds: 2000, convergence: 30 }, passed),
      on({ day: 4, milliseconds: 9000, target: far }, passed),
      on({ day: 5, milliseconds: 1, target: far }, failed),
    ]);
    expect(durations).to.deep.equal([
      { target: "local", scenario, times: [1000, 2000, 4000] },
      { target: far, scenario, times: [9000] },
    ]);
    expect(convergence).to.deep.equal([{ target: "local", scenario, times: [10, 30] }]);
  });

  it("is told in lines", () => {
    const told = historyOf([
      on({ day: 1, milliseconds: 1000, convergence: 1500 }, passed),
      on({ day: 2, milliseconds: 1000, convergence: 500 }, passed),
      on({ day: 3 }, failed),
      on({ day: 4, milliseconds: 2500 }, passed),
      on({ day: 5 }, passed.slice(0, 6)),
    ]);
    expectGolden("reporters/history/history.txt", `${historyLines(told).join("\n")}\n`);
  });
});
