import { UserError } from "../errors/userError.ts";
import type { RunEvent } from "./events.ts";
import { RunRecord } from "./runRecord.ts";
import type { ToldRun } from "./toldRun.ts";

/**
 * A run, sorted by scenario and phase.
 *
 * @param path of the file in which its events stand.
 * @throws UserError when they are not in the order in which a run tells them.
 */
export function recordRun(events: readonly RunEvent[], path: string): ToldRun {
  const record = new RunRecord();
  try {
    for (const event of events) record.add(event);
  } catch (error) {
    throw outOfOrder(path, error instanceof Error ? error.message : String(error));
  }
  const { started, scenarios, ended } = record;
  if (started === undefined) throw outOfOrder(path, "the run does not start");
  return { started, scenarios, ended };
}

function outOfOrder(path: string, why: string): UserError {
  return new UserError(`${path} is not in order: ${why}.`, "Name a folder as npx keylab run wrote it.", 1);
}
