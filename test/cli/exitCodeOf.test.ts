import { expect } from "chai";
import { exitCodeOf } from "../../cli/exitCodeOf.ts";
import type { RunSummary } from "../../reporters/events.ts";
import { noCounts } from "../reporters/sampleRuns.ts";

const cases: readonly [string, Partial<RunSummary>, number][] = [
  ["all was as expected", { passed: 3 }, 0],
  ["something passed when it was tried again", { passed: 3, flaky: 1 }, 0],
  ["something failed", { passed: 3, failed: 1 }, 1],
  ["something was left behind", { passed: 3, leftovers: 1 }, 1],
  ["a scenario broke", { passed: 3, broken: 1 }, 1],
  ["nothing was proved", { skipped: 1 }, 1],
  ["some answers did not settle", { passed: 3, inconclusive: 1 }, 3],
  ["no answer settled", { inconclusive: 2 }, 3],
  ["some answers did not settle and something failed", { passed: 3, inconclusive: 1, failed: 1 }, 1],
  ["some answers did not settle and something was left behind", { inconclusive: 1, leftovers: 1 }, 1],
  ["it was interrupted", { passed: 3, interrupted: true }, 130],
];

describe("the exit code of a run", () => {
  for (const [when, counts, exitCode] of cases) {
    it(`is ${exitCode} when ${when}`, () => {
      expect(exitCodeOf({ ...noCounts, ...counts })).to.equal(exitCode);
    });
  }
});
