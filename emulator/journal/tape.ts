import { AsyncLocalStorage } from "node:async_hooks";
import { AwsError } from "../awsError.ts";
import { ReplayMismatch } from "./replayMismatch.ts";

/** Something random, as it is kept. */
export type Draw = string | Uint8Array;

/** A refusal of the engine, or of a quota: an error to throw, or, where it was only asked, nothing. */
export interface Refusal {
  /** Which question it answered, counted from 0 within the call. */
  readonly at: number;
  readonly error?: Pick<AwsError, "code" | "message" | "status">;
}

/** What a call was told that is not in its input, in the order in which it was told. */
export interface Taped {
  readonly draws: readonly Draw[];
  readonly refusals: readonly Refusal[];
}

interface Recording {
  readonly draws: Draw[];
  readonly refusals: Refusal[];
  questions: number;
  leavesSomething: boolean;
}

/** How something has ended, and what it was told. */
export interface Recorded<Result> {
  readonly ended: Promise<Result>;
  readonly taped: Taped;
  /** Whether something lasts of it, whatever else it does: something random, or what it said with {@link Tape.leaveSomething}. */
  readonly leavesSomething: boolean;
}

interface Replay {
  readonly taped: Taped;
  draws: number;
  questions: number;
}

/**
 * All that decides how a call ends beside its input, the state and the time: what it draws at random, and what it is refused.
 * It is noted while a journal is kept, and told again in a replay. Without a journal nothing is noted.
 */
export class Tape {
  /** Whether what is drawn outside of everything that is recorded would be lost, and so is a bug. */
  isKept = false;
  readonly #running = new AsyncLocalStorage<{ readonly recording: Recording } | { readonly replay: Replay }>();

  /** From now on nothing is recorded: following what runs where, from promise to promise, costs every call its share. */
  stopKeeping(): void {
    this.isKept = false;
    this.#running.disable();
  }

  get isReplaying(): boolean {
    return this.#replay !== undefined;
  }

  /** Notes what happens while `run` runs, however it ends. Whatever else runs meanwhile is not noted. */
  async record<Result>(run: () => Promise<Result>): Promise<Recorded<Result>> {
    const recording: Recording = { draws: [], refusals: [], questions: 0, leavesSomething: false };
    // Also what is thrown before anything is promised is how it ends.
    const ended = this.#running.run({ recording }, async () => run());
    await ended.catch(() => undefined);
    const { draws, refusals, leavesSomething } = recording;
    return { ended, taped: { draws, refusals }, leavesSomething: leavesSomething || draws.length > 0 };
  }

  /** Tells what was noted while `run` runs. Throws a ReplayMismatch if something is left over, or missing. */
  async replay<Result>(taped: Taped, run: () => Promise<Result>): Promise<Result> {
    const replay = { taped, draws: 0, questions: 0 };
    const ended = this.#running.run({ replay }, async () => run());
    await ended.catch(() => undefined);
    if (taped.refusals.some(({ at }) => at >= replay.questions)) throw new ReplayMismatch("asks for fewer permissions");
    if (replay.draws < taped.draws.length) throw new ReplayMismatch("draws fewer random values");
    return ended;
  }

  /**
   * Begins something that belongs to nothing that is recorded or replayed, although that has led to it: what it does is recorded
   * on its own. In a replay nothing is begun: what it did is replayed on its own, too.
   */
  onItsOwn(begin: () => void): void {
    if (!this.isReplaying) this.#running.exit(begin);
  }

  /** Says that later calls depend on what is running, although it may be a call that only reads. */
  leaveSomething(): void {
    const recording = this.#recording;
    if (recording) recording.leavesSomething = true;
  }

  /** Something random that `make` makes, or that was noted. */
  draw<Kind extends Draw>(isKind: (draw: Draw) => draw is Kind, make: () => Kind): Kind {
    const replay = this.#replay;
    return replay ? noted(replay, isKind) : this.#note(make());
  }

  /** As {@link draw}, for what takes its time. */
  async drawLater<Kind extends Draw>(isKind: (draw: Draw) => draw is Kind, make: () => Promise<Kind>): Promise<Kind> {
    const replay = this.#replay;
    return replay ? noted(replay, isKind) : this.#note(await make());
  }

  /** Runs a check that may throw an AwsError; in a replay it ends as it did. */
  gate(check: () => void): void {
    const replay = this.#replay;
    if (replay) return refuseAgain(replay);
    const at = this.#nextQuestion();
    try {
      check();
    } catch (error) {
      if (error instanceof AwsError) {
        const { code, message, status } = error;
        this.#recording?.refusals.push({ at, error: { code, message, status } });
      }
      throw error;
    }
  }

  /** Asks something that is answered with yes or no; in a replay the answer is the same. */
  asks(question: () => boolean): boolean {
    const replay = this.#replay;
    if (replay) return nextRefusal(replay) === undefined;
    const at = this.#nextQuestion();
    const answer = question();
    if (!answer) this.#recording?.refusals.push({ at });
    return answer;
  }

  get #replay(): Replay | undefined {
    const running = this.#running.getStore();
    return running && "replay" in running ? running.replay : undefined;
  }

  get #recording(): Recording | undefined {
    const running = this.#running.getStore();
    return running && "recording" in running ? running.recording : undefined;
  }

  #note<Kind extends Draw>(draw: Kind): Kind {
    const recording = this.#recording;
    if (recording) recording.draws.push(draw);
    else if (this.isKept) {
      throw new Error("Something random that lasts was drawn outside of a call: the journal would not have it.");
    }
    return draw;
  }

  #nextQuestion(): number {
    const recording = this.#recording;
    return recording ? recording.questions++ : 0;
  }
}

function noted<Kind extends Draw>(replay: Replay, isKind: (draw: Draw) => draw is Kind): Kind {
  const draw = replay.taped.draws[replay.draws++];
  if (draw === undefined) throw new ReplayMismatch("draws more random values");
  if (!isKind(draw)) throw new ReplayMismatch("draws other random values");
  return draw;
}

function nextRefusal(replay: Replay): Refusal | undefined {
  const at = replay.questions++;
  return replay.taped.refusals.find((refusal) => refusal.at === at);
}

function refuseAgain(replay: Replay): void {
  const { error } = nextRefusal(replay) ?? {};
  if (error) throw new AwsError(error.code, error.message, { status: error.status });
}
