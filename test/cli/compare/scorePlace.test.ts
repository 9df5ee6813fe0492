import { expect } from "chai";
import { comparisonLines } from "../../../cli/compare/comparisonLines.ts";
import { notCompared, scorePlace } from "../../../cli/compare/scorePlace.ts";
import type { ExpectationChecked, RunEvent, ScenarioEnded } from "../../../reporters/events.ts";
import { recordRun } from "../../../reporters/recordRun.ts";
import { sampleRuns, scenarioEnded } from "../../reporters/sampleRuns.ts";
import { sampleScenario } from "../sampleScenario.ts";

const at = "2026-01-02T10:00:00.000Z";
const { id, phases } = sampleScenario;

type Answer = readonly [observed: ExpectationChecked["observed"], verdict: ExpectationChecked["verdict"]];

const right: readonly Answer[] = [
  ["allowed", "passed"],
  ["allowed", "passed"],
  ["allowed", "passed"],
  ["denied", "passed"],
];

/** A run of the sample scenario: an answer to each expectation, as far as there are any, and how it ended. */
function told(answers: readonly Answer[], ended: Partial<ScenarioEnded> = {}) {
  const [started] = sampleRuns.passed ?? [];
  const expectations = phases.flatMap(({ name, expect: all }) => all.map((one) => ({ phase: name, ...one })));
  const checks = answers.flatMap(([observed, verdict], index): RunEvent[] => {
    const expectation = expectations[index];
    if (!expectation) return [];
    const { phase, principal, action, outcome } = expectation;
    return [
      {
        type: "expectation checked",
        at,
        scenario: id,
        phase,
        principal,
        operation: action.operation,
        attempt: action.attempt,
        expected: outcome.kind,
        observed,
        verdict,
        ...(verdict !== "passed" && { reason: "it was otherwise" }),
        tries: 1,
        milliseconds: 1,
      },
    ];
  });
  if (!started) throw new Error("The sample run has no start.");
  const begun: RunEvent = {
    type: "scenario started",
    at,
    scenario: id,
    title: "",
    lesson: "",
    workshop: "none",
    cost: "",
    principals: [],
    phases: phases.map(({ name }) => name),
    limits: [],
    repetition: 1,
    attempt: 1,
  };
  return recordRun([started, begun, ...checks, { ...scenarioEnded(id), ...ended }], "sample");
}

const preparation = { stage: "preparation", message: "It cannot make users.\nNext line." } as const;

/** What a run told, and what it is in the comparison: the state, the scores of what is allowed and refused, and the line. */
const cases: readonly (readonly [string, ReturnType<typeof told>, string, string, string])[] = [
  ["is as on AWS", told(right), "as AWS", "3 of 3, 1 of 1, 1 of 1", ""],
  [
    "is as on AWS, and leaves something",
    told(right, { outcome: "failed", leftovers: ["arn:aws:iam::000000000000:user/x"] }),
    "as AWS",
    "3 of 3, 1 of 1, 1 of 1",
    "as AWS; 1 left behind",
  ],
  [
    "refuses for another reason",
    told([...right.slice(0, 3), ["denied", "failed"]], { outcome: "failed" }),
    "otherwise",
    "3 of 3, 1 of 1, 0 of 1",
    "3 right of 4: user: GetItem table id=1: it was otherwise",
  ],
  [
    "allows what AWS refuses, and yields another value",
    told([["allowed", "failed"], ...right.slice(1, 3), ["allowed", "failed"]], { outcome: "failed" }),
    "otherwise",
    "2 of 3, 0 of 1, 0 of 0",
    "2 right of 4: admin: DescribeKey key: it was otherwise",
  ],
  [
    "does not settle",
    told([["error", "inconclusive"], ...right.slice(1)], { outcome: "inconclusive" }),
    "otherwise",
    "2 of 3, 1 of 1, 1 of 1",
    "3 right of 4: admin: DescribeKey key: it was otherwise",
  ],
  [
    "cannot go on, after a wrong decision",
    told([["denied", "failed"]], {
      outcome: "failed",
      unsupported: true,
      problems: [{ stage: "phase", message: "kms:X was answered with NotImplemented" }],
    }),
    "unsupported",
    "0 of 1, 0 of 0, 0 of 0",
    "unsupported, 0 right of 1 tried: kms:X was answered with NotImplemented",
  ],
  [
    "breaks",
    told(right.slice(0, 1), {
      outcome: "failed",
      problems: [{ stage: "deployment", message: "AccessDenied: no\nat x" }],
    }),
    "broken",
    "1 of 1, 0 of 0, 0 of 0",
    "broken, 1 right of 1 tried: AccessDenied: no",
  ],
  [
    "is cut short",
    told(right.slice(0, 1)),
    "broken",
    "1 of 1, 0 of 0, 0 of 0",
    "broken, 1 right of 1 tried: its turn did not come",
  ],
];

describe("a place that is compared", () => {
  for (const [what, run, state, scores, line] of cases) {
    it(`${what}: ${state}`, () => {
      const place = scorePlace("http://localhost:1", [sampleScenario], run);
      const [row = "", ...others] = comparisonLines(comparisonOf([place])).slice(1);
      expect(place.results.map((result) => result.state)).to.deep.equal([state]);
      const [, , , , , allowed, refused, reason] = row.split(/ {2,}/);
      expect([allowed, refused, reason].join(", ")).to.equal(scores);
      expect(others.at(-1) ?? "").to.equal(line === "" ? "" : `  http://localhost:1  ${line}`);
    });
  }

  it("is none where nothing could be begun", () => {
    const place = scorePlace(
      "http://localhost:1",
      [sampleScenario],
      told([], { outcome: "failed", problems: [preparation] }),
    );
    expect(place.problem).to.equal(preparation.message);
    expect(comparisonLines(comparisonOf([place])).slice(1)).to.deep.equal([
      "http://localhost:1  could not be compared",
      "",
      "http://localhost:1: It cannot make users. Next line.",
    ]);
  });

  it("is one where a scenario is skipped, and another could be begun", () => {
    const skipped = told([], {
      outcome: "skipped",
      problems: [{ stage: "preparation", message: "It needs a clock." }],
    });
    expect(scorePlace("http://localhost:1", [sampleScenario], skipped).scenarios).to.deep.include({ skipped: 1 });
  });

  it("counts all as not tried where nobody answers", () => {
    const place = notCompared("http://localhost:1", [sampleScenario], "nobody");
    expect([place.allowed, place.refused]).to.deep.equal([
      { right: 0, tried: 0, all: 3 },
      { right: 0, tried: 0, all: 1, forTheReason: 0 },
    ]);
  });
});

function comparisonOf(places: Parameters<typeof comparisonLines>[0]["places"]) {
  return { schemaVersion: 1 as const, comparedAt: at, keylab: "0", scenarios: [id], places };
}
