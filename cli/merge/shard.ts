import type { RunEvent } from "../../reporters/events.ts";
import type { ToldRun } from "../../reporters/toldRun.ts";

/** A part of a selection, run on its own. */
export interface Shard {
  /** Where it was read. */
  readonly folder: string;
  readonly events: readonly RunEvent[];
  readonly run: ToldRun;
}
