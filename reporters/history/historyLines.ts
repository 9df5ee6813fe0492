import { alignColumns } from "../text/alignColumns.ts";
import { expectationText } from "../text/expectationText.ts";
import { duration } from "../text/duration.ts";
import { median } from "../text/median.ts";
import { printable } from "../text/printable.ts";
import type { FlakyExpectation, History, HistoryRun, ScenarioTrend } from "./history.ts";

/** What runs tell together, as lines: each run, what is flaky, and how times have gone. */
export function historyLines({ runs, flaky, durations, convergence }: History): string[] {
  return [
    ...alignColumns([["  Run", "Began", "Target", "Passed", "Failed", "Inconclusive", "Time"], ...runs.map(runRow)]),
    "",
    ...(flaky.length === 0
      ? ["No expectation passed in one of these runs and did not in another on the same target."]
      : ["Flaky, on the same target:", ...flaky.map(flakyLine)]),
    ...trendLines("How long scenarios took:", durations),
    ...trendLines("How long answers took to settle, the slowest of each scenario:", convergence),
  ];
}

function runRow(run: HistoryRun): string[] {
  const { runId, at, target, passed, failed, inconclusive, milliseconds, isGood } = run;
  const time = milliseconds === undefined ? "cut short" : duration(milliseconds);
  const began = at.slice(0, 19).replace("T", " ");
  return [
    `${isGood ? "✔" : "✘"} ${runId}`,
    began,
    printable(target),
    ...[passed, failed, inconclusive].map(String),
    time,
  ];
}

function flakyLine(expectation: FlakyExpectation): string {
  const { target, passed, notPassed } = expectation;
  return printable(`  ${passed} of ${passed + notPassed} passed on ${target}: ${expectationText(expectation)}`);
}

function trendLines(title: string, trends: readonly ScenarioTrend[]): string[] {
  if (trends.length === 0) return [];
  const head = ["  Scenario", "Target", "Last", "Median", "Change", "Longest", "Runs"];
  return ["", title, ...alignColumns([head, ...trends.map(trendRow)])];
}

function trendRow({ scenario, target, times }: ScenarioTrend): string[] {
  const last = times.at(-1) ?? 0;
  const middle = median(times);
  const change = middle === 0 ? 0 : Math.round((last / middle - 1) * 100);
  return [
    `  ${scenario}`,
    printable(target),
    duration(last),
    duration(middle),
    `${change > 0 ? "+" : ""}${change} %`,
    duration(Math.max(...times)),
    String(times.length),
  ];
}
