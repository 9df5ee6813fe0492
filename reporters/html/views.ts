import type { ExpectationChecked } from "../events.ts";
import type { PhaseRecord, ScenarioRecord } from "../runRecord.ts";
import { checkAnchor, eventAnchor, phaseAnchor, policyAnchor, scenarioAnchor, statementAnchor } from "./anchors.ts";
import { decidingStatement } from "./decidingStatement.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";
import { policyVersions, type PolicyVersion } from "./policyVersions.ts";

/** An expectation, and where it is on the page. */
export interface CheckView {
  readonly anchor: string;
  /** Its phase and its place in it, counted from 1: `2.3`. */
  readonly number: string;
  readonly check: ExpectationChecked;
  /** Where the statement that decided is on the page. */
  readonly decidedAt?: string;
  /** Where the event of CloudTrail that recorded its request is on the page. */
  readonly recordedAt?: string;
}

/** A phase, and where it is on the page. */
export interface PhaseView {
  readonly anchor: string;
  /** Counted from 1. */
  readonly number: number;
  readonly record: PhaseRecord;
  readonly checks: readonly CheckView[];
}

/** A policy, where it is on the page, and what its statements decided. */
export interface PolicyView {
  readonly anchor: string;
  readonly version: PolicyVersion;
  readonly decided: readonly CheckView[];
}

/** A run of a scenario, and where it is on the page. */
export interface ScenarioView {
  readonly anchor: string;
  readonly area: string;
  /** Its name within its area. */
  readonly name: string;
  readonly outcome: Outcome;
  readonly record: ScenarioRecord;
  readonly phases: readonly PhaseView[];
  readonly policies: readonly PolicyView[];
  /** How often the scenario was wanted in this run. */
  readonly repetitions: number;
  /** How often it was tried in this repetition. */
  readonly attempts: number;
}

/** Every run of a scenario as the page shows it, in the order of the run. No two are at the same place. */
export function scenarioViews(records: readonly ScenarioRecord[]): ScenarioView[] {
  const taken = new Map<string, number>();
  return records.map((record) => {
    const wanted = scenarioAnchor(record.started);
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    const { scenario, repetition } = record.started;
    const own = records.filter(({ started }) => started.scenario === scenario).map(({ started }) => started.repetition);
    return {
      ...scenarioView(record, count === 1 ? wanted : `${wanted}@again-${count}`),
      repetitions: new Set(own).size,
      attempts: own.filter((other) => other === repetition).length,
    };
  });
}

function scenarioView(record: ScenarioRecord, anchor: string): Omit<ScenarioView, "repetitions" | "attempts"> {
  const versions = policyVersions(record.phases);
  const phases = record.phases.map((phase, index) => phaseView(phase, index, { scenario: anchor, versions }));
  const checks = phases.flatMap((phase) => phase.checks);
  const policies = versions.map((version, index) => {
    const policy = policyAnchor(anchor, index);
    const own = checks.filter(({ decidedAt }) => decidedAt?.startsWith(`${policy}/`));
    return { anchor: policy, version, decided: own };
  });
  const [area = "", ...rest] = record.started.scenario.split("/");
  return { anchor, area, name: rest.join("/"), outcome: outcomeOf(record), record, phases, policies };
}

/** What the phases of a scenario share. */
interface Surroundings {
  readonly scenario: string;
  readonly versions: readonly PolicyVersion[];
}

function phaseView(record: PhaseRecord, index: number, { scenario, versions }: Surroundings): PhaseView {
  const anchor = phaseAnchor(scenario, index);
  const checks = record.checks.map((check, place): CheckView => {
    const decided = decidingStatement(check, index, versions);
    const recorded = recordOf(check, record);
    return {
      anchor: checkAnchor(anchor, place),
      number: `${index + 1}.${place + 1}`,
      check,
      ...(decided && { decidedAt: statementAnchor(policyAnchor(scenario, decided.policy), decided.statement) }),
      ...(recorded >= 0 && { recordedAt: eventAnchor(anchor, recorded) }),
    };
  });
  return { anchor, number: index + 1, record, checks };
}

/** Which event of the phase recorded the request; -1 for none. */
function recordOf({ error, operation }: ExpectationChecked, { audited }: PhaseRecord): number {
  const id = error?.requestId;
  if (audited === undefined || id === undefined) return -1;
  const name = operation.split(":")[1];
  const own = audited.events.findIndex(({ requestId, eventName }) => requestId === id && eventName === name);
  return own >= 0 ? own : audited.events.findIndex(({ requestId }) => requestId === id);
}
