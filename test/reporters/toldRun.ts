import type { RunEvent } from "../../reporters/events.ts";
import { RunRecord } from "../../reporters/runRecord.ts";
import type { ToldRun } from "../../reporters/toldRun.ts";

/** What a run has told with these events. */
export function toldRun(events: readonly RunEvent[]): ToldRun {
  const record = new RunRecord();
  for (const event of events) record.add(event);
  const { started, scenarios, ended } = record;
  if (started === undefined) throw new Error("the run has not started");
  return { started, scenarios, ended };
}
