import type { Fates } from "../mutations/explainFates.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { readRecord } from "./scenarioRecord.ts";

/** What came of the mistakes in scenarios when they were recorded. */
export function recordedFates(scenarios: readonly Scenario[]): Fates {
  return new Map(scenarios.map(({ id }) => [id, readRecord(id).fates]));
}
