import type { ExpectationChecked } from "../events.ts";

/** A run among others. */
export interface HistoryRun {
  readonly runId: string;
  /** When it began: ISO 8601. */
  readonly at: string;
  /** The target's name. */
  readonly target: string;
  readonly passed: number;
  readonly failed: number;
  readonly inconclusive: number;
  /** Whether all was as expected, and nothing was left. */
  readonly isGood: boolean;
  /** How long it took; absent: it was cut short. */
  readonly milliseconds?: number;
  /** How long each scenario that passed took, in milliseconds. */
  readonly durations: Readonly<Record<string, number>>;
  /** How long each scenario's slowest answer took to settle, in milliseconds. Scenarios whose answers stood at once are not there. */
  readonly convergence: Readonly<Record<string, number>>;
}

/** An expectation that passed and did not pass, on the same target. */
export interface FlakyExpectation extends Pick<
  ExpectationChecked,
  "scenario" | "phase" | "principal" | "attempt" | "expected"
> {
  readonly target: string;
  /** How often. */
  readonly passed: number;
  /** How often it failed or was inconclusive. */
  readonly notPassed: number;
}

/** How a time of a scenario has gone over the runs on one target. */
export interface ScenarioTrend {
  readonly target: string;
  readonly scenario: string;
  /** In milliseconds, the oldest first. */
  readonly times: readonly number[];
}

/** What earlier runs tell together. */
export interface History {
  /** The oldest first. */
  readonly runs: readonly HistoryRun[];
  readonly flaky: readonly FlakyExpectation[];
  readonly durations: readonly ScenarioTrend[];
  readonly convergence: readonly ScenarioTrend[];
}
