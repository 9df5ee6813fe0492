import type { DeployedPolicy, ExpectationChecked, PhaseDeployed } from "../../../reporters/events.ts";
import type { PhaseRecord, ScenarioRecord } from "../../../reporters/runRecord.ts";
import { scenarioStarted } from "../sampleRuns.ts";

/** The scenario that the events are about. */
export const scenario = "kms/first-key";

/** A moment, in seconds after another one. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
}

/** The start of the scenario. */
export function started(): ScenarioRecord["started"] {
  const event = scenarioStarted(scenario);
  if (event.type !== "scenario started") throw new Error("This is another event.");
  return { ...event, at: at(0) };
}

/** An expectation that was checked, until so many seconds after the start. */
export function check(
  seconds: number,
  milliseconds: number,
  more: Partial<ExpectationChecked> = {},
): ExpectationChecked {
  return {
    type: "expectation checked",
    at: at(seconds),
    scenario,
    phase: "first",
    principal: "user",
    operation: "kms:Decrypt",
    attempt: "Decrypt ciphertext",
    expected: "allowed",
    observed: "allowed",
    verdict: "passed",
    tries: 1,
    milliseconds,
    ...more,
  };
}

/** A deployment that ended so many seconds after the start. */
export function deployed(seconds: number, policies?: readonly DeployedPolicy[]): PhaseDeployed {
  return { type: "phase deployed", at: at(seconds), scenario, phase: "first", changes: {}, policies, milliseconds: 0 };
}

/** A phase from one second to another. */
export function phase(from: number, to: number, more: Partial<PhaseRecord> = {}): PhaseRecord {
  return {
    name: "first",
    started: { type: "phase started", at: at(from), scenario, phase: "first" },
    checks: [],
    ended: { type: "phase ended", at: at(to), scenario, phase: "first", milliseconds: 0 },
    ...more,
  };
}
