import type { ScenarioRecord } from "../runRecord.ts";
import type { ToldRun } from "../toldRun.ts";

/** The run of a scenario, and what a link to it is called: `kms/first-key`, `kms/first-key~2` for the next of the same. */
export interface Anchored {
  readonly anchor: string;
  readonly run: ScenarioRecord;
}

/** Every run of a scenario with an anchor of its own. A phase is `<anchor>/2`, an expectation `<anchor>/2/5`, from 1. */
export function anchored({ scenarios }: ToldRun): readonly Anchored[] {
  const seen = new Map<string, number>();
  return scenarios.map((run) => {
    const id = run.started.scenario;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { anchor: count === 1 ? id : `${id}~${count}`, run };
  });
}
