import type { ExpectationChecked } from "../events.ts";
import type { PhaseRecord, ScenarioRecord } from "../runRecord.ts";
import { checkAnchor, phaseAnchor, policyAnchor, scenarioAnchor, statementAnchor } from "./anchors.ts";
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
  /** How often the same scenario was started in this run. */
  readonly runs: number;
}

/** Every run of a scenario as the page shows it, in the order of the run. No two are at the same place. */
export function scenarioViews(records: readonly ScenarioRecord[]): ScenarioView[] {
  const taken = new Map<string, number>();
  return records.map((record) => {
    const wanted = scenarioAnchor(record.started);
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    const runs = records.filter(({ started }) => started.scenario === record.started.scenario).length;
    return scenarioView(record, count === 1 ? wanted : `${wanted}@again-${count}`, runs);
  });
}

function scenarioView(record: ScenarioRecord, anchor: string, runs: number): ScenarioView {
  const versions = policyVersions(record.phases);
  const phases = record.phases.map((phase, index) => phaseView(phase, index, { scenario: anchor, versions }));
  const checks = phases.flatMap((phase) => phase.checks);
  const policies = versions.map((version, index) => {
    const policy = policyAnchor(anchor, index);
    const own = checks.filter(({ decidedAt }) => decidedAt?.startsWith(`${policy}/`));
    return { anchor: policy, version, decided: own };
  });
  const [area = "", ...rest] = record.started.scenario.split("/");
  return { anchor, area, name: rest.join("/"), outcome: outcomeOf(record), record, phases, policies, runs };
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
    const view = { anchor: checkAnchor(anchor, place), number: `${index + 1}.${place + 1}`, check };
    if (decided === undefined) return view;
    return { ...view, decidedAt: statementAnchor(policyAnchor(scenario, decided.policy), decided.statement) };
  });
  return { anchor, number: index + 1, record, checks };
}
