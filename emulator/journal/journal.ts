import { AwsError } from "../awsError.ts";
import type { Clock } from "../clock.ts";
import type { JournalRecord, StepTask } from "./journalRecord.ts";
import type { JournalStore } from "./journalStore.ts";
import { Tape, type Taped } from "./tape.ts";

/**
 * Keeps every step that changes something, so that a replay leads to the same state. Steps happen one after the other, and end
 * when they are kept.
 */
export class Journal {
  readonly clock: Clock;
  readonly tape = new Tape();
  readonly #store: JournalStore;
  #turn: Promise<unknown> = Promise.resolve();
  /** What was noted since the running step began: it comes after the step. */
  #noted: JournalRecord[] | undefined;
  #isOver = false;

  constructor(store: JournalStore, clock: Clock) {
    this.#store = store;
    this.clock = clock;
    this.tape.isKept = true;
  }

  /** Whether steps pass through here: they are kept or, once it is over, refused. */
  get isKept(): boolean {
    return this.#isOver || this.tape.isKept;
  }

  /** Whether nothing happens any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * Does a task by `run`, and keeps it if it lasts: one that leaves nothing, by its tape, and `changes` nothing, is forgotten.
   * Ends as `run` ends.
   */
  async step<Result>(task: StepTask, run: () => Promise<Result>, changes: Changes = always): Promise<Result> {
    const { ended, kept } = await this.inTurn(async () => {
      const moment = this.clock.hold();
      this.#noted = [];
      const { ended, taped, leavesSomething } = await this.tape.record(run);
      this.clock.release();
      const errorCode = await errorCodeOf(ended);
      const lasts = leavesSomething || changes(errorCode, taped);
      return { ended, kept: this.#keep(lasts ? [{ step: { task, moment, taped, errorCode } }] : []) };
    });
    await kept;
    return ended;
  }

  /** Keeps what has happened on its own, or within the running step. Nobody waits until it is kept. */
  note(record: JournalRecord): void {
    if (this.#isOver || !this.isKept) return;
    if (this.#noted) this.#noted.push(record);
    else this.#keepAside([record]);
  }

  /** Runs something between two steps. Throws an AwsError once the journal is over. */
  inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(() => {
      if (this.#isOver) throw new AwsError("ServiceUnavailable", overMessage, { status: 503 });
      return run();
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Keeps nothing from now on. */
  stopKeeping(): void {
    this.tape.stopKeeping();
  }

  /** Nothing happens any more: steps that have not begun are refused. */
  end(): void {
    this.#isOver = true;
    this.stopKeeping();
  }

  async #keep(steps: readonly JournalRecord[]): Promise<void> {
    const noted = this.#noted ?? [];
    this.#noted = undefined;
    if (steps.length > 0) await this.#store.append([...steps, ...noted], true);
    else this.#keepAside(noted);
  }

  /** Nobody waits for it: what cannot be written here cannot be either at the next step, which says so. */
  #keepAside(noted: readonly JournalRecord[]): void {
    this.#store.append(noted, false).catch(() => undefined);
  }
}

/** Whether a step that ended so, and whose tape tells of nothing that it leaves, changed something. */
export type Changes = (errorCode: string | undefined, taped: Taped) => boolean;

const always: Changes = () => true;

const overMessage = "The embedded AWS has been given another state while the call waited. Call again.";

/** The code of an error that is a bug, and no answer of AWS. */
const bugCode = "InternalFailure";

/** Nothing if it succeeded. */
export async function errorCodeOf(ended: Promise<unknown>): Promise<string | undefined> {
  try {
    await ended;
    return undefined;
  } catch (error) {
    return error instanceof AwsError ? error.code : bugCode;
  }
}
