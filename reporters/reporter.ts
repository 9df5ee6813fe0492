import type { RunEvent } from "./events.ts";

/** Tells a run. A reporter reads events and writes where it was told to; it decides nothing and never ends the process. */
export interface Reporter {
  /** Hears every event of the run, in order. */
  on(event: RunEvent): void;
  /** Called once, after the last event: what is still to be written is written now. */
  close?(): void | Promise<void>;
}
