import { isUnsupported } from "../isUnsupported.ts";
import { isGood } from "../text/summaryLine.ts";
import { countedRuns } from "../countedRuns.ts";
import type { ToldRun } from "../toldRun.ts";
import { flakyExpectations } from "./flakyExpectations.ts";
import type { History, HistoryRun, ScenarioTrend } from "./history.ts";

/** What runs tell together, in whatever order they come. */
export function historyOf(told: readonly ToldRun[]): History {
  const inOrder = [...told].sort((a, b) => (a.started.at < b.started.at ? -1 : 1));
  const runs = inOrder.map(historyRun);
  return {
    runs,
    flaky: flakyExpectations(inOrder),
    durations: trends(runs, ({ durations }) => durations),
    convergence: trends(runs, ({ convergence }) => convergence),
  };
}

function historyRun(run: ToldRun): HistoryRun {
  const { started, ended } = run;
  const lasts = countedRuns(run.scenarios).map(({ last }) => last);
  const carried = lasts.filter(({ ended }) => ended === undefined || !isUnsupported(ended));
  const verdicts = carried.flatMap(({ phases }) =>
    phases.flatMap(({ checks }) => checks.map(({ verdict }) => verdict)),
  );
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  const checks = run.scenarios.flatMap(({ phases }) => phases.flatMap((phase) => phase.checks));
  return {
    runId: started.runId,
    at: started.at,
    target: started.target.name,
    passed: count("passed"),
    failed: count("failed"),
    inconclusive: count("inconclusive"),
    isGood: ended !== undefined && isGood(ended.summary),
    milliseconds: ended?.milliseconds,
    durations: longest(
      lasts.flatMap(({ started: { scenario }, ended }) =>
        ended?.outcome === "passed" ? [[scenario, ended.milliseconds] as const] : [],
      ),
    ),
    convergence: longest(
      checks.flatMap(({ scenario, convergenceMilliseconds }) =>
        convergenceMilliseconds === undefined ? [] : [[scenario, convergenceMilliseconds] as const],
      ),
    ),
  };
}

/** The longest time of each scenario. */
function longest(times: readonly (readonly [scenario: string, milliseconds: number])[]): Record<string, number> {
  const found = new Map<string, number>();
  for (const [scenario, milliseconds] of times) {
    found.set(scenario, Math.max(milliseconds, found.get(scenario) ?? 0));
  }
  return Object.fromEntries(found);
}

function trends(
  runs: readonly HistoryRun[],
  timesOf: (run: HistoryRun) => Readonly<Record<string, number>>,
): ScenarioTrend[] {
  const found = new Map<string, ScenarioTrend>();
  for (const run of runs) {
    const { target } = run;
    for (const [scenario, time] of Object.entries(timesOf(run))) {
      const key = JSON.stringify([target, scenario]);
      found.set(key, { target, scenario, times: [...(found.get(key)?.times ?? []), time] });
    }
  }
  return [...found.values()].sort((a, b) => (a.scenario < b.scenario ? -1 : 1));
}
