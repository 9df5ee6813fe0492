import { schemaVersion } from "../events.ts";
import type { PhaseRecord, ScenarioRecord } from "../runRecord.ts";
import type { ToldRun } from "../toldRun.ts";
import { report, type Report } from "./report.ts";

/** A run as one JSON document. */
export function jsonReport({ started, scenarios, ended }: ToldRun): string {
  const document: Report = {
    schemaVersion,
    run: {
      ...started,
      startedAt: started.at,
      endedAt: ended?.at ?? null,
      milliseconds: ended?.milliseconds ?? null,
    },
    scenarios: scenarios.map(scenarioReport),
    summary: ended?.summary ?? null,
  };
  // The schema leaves out what the document says elsewhere, such as the scenario of each expectation.
  return `${JSON.stringify(report.parse(document), undefined, 2)}\n`;
}

function scenarioReport({ started, phases, ended }: ScenarioRecord): Report["scenarios"][number] {
  return {
    ...started,
    startedAt: started.at,
    outcome: ended?.outcome ?? null,
    unsupported: ended?.unsupported,
    triedAgain: ended?.triedAgain ?? false,
    phases: phases.map(phaseReport),
    problems: ended?.problems ?? [],
    leftovers: ended?.leftovers ?? [],
    pendingKeys: ended?.pendingKeys ?? [],
    milliseconds: ended?.milliseconds ?? null,
  };
}

function phaseReport({ name, started, deployed, checks, audited, ended }: PhaseRecord) {
  return {
    name,
    startedAt: started?.at ?? null,
    changes: deployed?.changes ?? null,
    deploymentMilliseconds: deployed?.milliseconds ?? null,
    policies: deployed?.policies,
    expectations: checks,
    audited: audited?.events,
    milliseconds: ended?.milliseconds ?? null,
  };
}
