import { writeFileSync } from "node:fs";
import { schemaVersion } from "./events.ts";
import type { ExpectationChecked, RunEvent } from "./events.ts";
import type { Reporter } from "./reporter.ts";
import { RunRecord } from "./runRecord.ts";
import type { PhaseRecord, ScenarioRecord } from "./runRecord.ts";

/** Writes the run as one JSON document when it is over: `{ schemaVersion, run, scenarios, summary }`. */
export class JsonReporter implements Reporter {
  readonly #path: string;
  readonly #record = new RunRecord();

  constructor(path: string) {
    this.#path = path;
  }

  on(event: RunEvent): void {
    this.#record.add(event);
  }

  close(): void {
    if (this.#record.started === undefined) return;
    writeFileSync(this.#path, `${JSON.stringify(jsonReport(this.#record), undefined, 2)}\n`);
  }
}

/** The document. What did not happen, because the run was cut short, is null. */
export function jsonReport({ started, scenarios, ended }: RunRecord) {
  return {
    schemaVersion,
    run: {
      runId: started?.runId ?? null,
      target: started?.target ?? null,
      startedAt: started?.at ?? null,
      endedAt: ended?.at ?? null,
      milliseconds: ended?.milliseconds ?? null,
    },
    scenarios: scenarios.map(scenarioReport),
    summary: ended?.summary ?? null,
  };
}

function scenarioReport({ started, phases, ended }: ScenarioRecord) {
  return {
    scenario: started.scenario,
    title: started.title,
    limits: started.limits,
    outcome: ended?.outcome ?? null,
    phases: phases.map(phaseReport),
    problems: ended?.problems ?? [],
    leftovers: ended?.leftovers ?? [],
    pendingKeys: ended?.pendingKeys ?? [],
    milliseconds: ended?.milliseconds ?? null,
  };
}

function phaseReport({ name, deployed, checks, ended }: PhaseRecord) {
  return {
    name,
    changes: deployed?.changes ?? null,
    expectations: checks.map(expectationReport),
    milliseconds: ended?.milliseconds ?? null,
  };
}

/** The check without what the document says around it. */
function expectationReport(check: ExpectationChecked) {
  const { at, principal, operation, attempt, expected, observed, verdict, reason, milliseconds } = check;
  const { layer, deniedAction, error, explanation } = check;
  return {
    at,
    principal,
    operation,
    attempt,
    expected,
    observed,
    layer,
    deniedAction,
    verdict,
    reason,
    error,
    explanation,
    milliseconds,
  };
}
