import { UserError } from "../errors/userError.ts";
import { readEventLog } from "./readEventLog.ts";
import { RunRecord } from "./runRecord.ts";
import type { ToldRun } from "./toldRun.ts";

/**
 * Reads a run back from its events.
 *
 * @param path of an `events.jsonl`.
 * @throws UserError when it cannot be read, or does not hold the events of a run.
 */
export async function readRun(path: string): Promise<ToldRun> {
  const record = new RunRecord();
  for await (const event of readEventLog(path)) {
    try {
      record.add(event);
    } catch (error) {
      throw new UserError(
        `${path} is not in order: ${error instanceof Error ? error.message : String(error)}.`,
        "Name a folder as npx keylab run wrote it.",
        1,
      );
    }
  }
  const { started, scenarios, ended } = record;
  if (started === undefined) throw new Error("a log that was read begins with the start of a run");
  return { started, scenarios, ended };
}
