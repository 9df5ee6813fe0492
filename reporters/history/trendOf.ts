import type { EarlierRun, Trend } from "../html/trend.ts";
import type { ToldRun } from "../toldRun.ts";
import { expectationText } from "../text/expectationText.ts";
import { historyOf } from "./historyOf.ts";

/** How runs went one after the other, for a page. Those that were cut short are left out: they took no time to compare. */
export function trendOf(told: readonly ToldRun[]): Trend {
  const { runs, flaky } = historyOf(told);
  const names = new Set(flaky.map(expectationText));
  const notPassed = new Map(told.map((run) => [run.started.runId, namesNotPassed(run)]));
  return {
    runs: runs.flatMap(({ runId, at, passed, failed, inconclusive, milliseconds, convergence }): EarlierRun[] => {
      if (milliseconds === undefined) return [];
      const flaky = [...names].filter((name) => notPassed.get(runId)?.has(name));
      return [{ runId, at, passed, failed, inconclusive, milliseconds, flaky, convergence }];
    }),
  };
}

function namesNotPassed({ scenarios }: ToldRun): ReadonlySet<string> {
  const checks = scenarios.flatMap(({ phases }) => phases.flatMap((phase) => phase.checks));
  return new Set(checks.filter(({ verdict }) => verdict !== "passed").map(expectationText));
}
