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

/** What was noted while a call ran. */
export interface Recording extends Taped {
  /** Whether it changed something that later calls depend on. */
  readonly isLasting: boolean;
  /** What it used, where nothing but the time of the last use is left of it. */
  readonly uses: readonly string[];
}

interface Run {
  readonly draws: Draw[];
  readonly refusals: Refusal[];
  readonly uses: Set<string>;
  questions: number;
  isLasting: boolean;
}

/**
 * All that decides how a call ends beside its input, the state and the time: what it drew at random, and what was refused. It
 * is noted while a journal is kept, and told again in a replay. Without a journal nothing is noted.
 */
export class Tape {
  /** Whether calls must be noted: what is drawn outside of them would be lost. */
  isKept = false;
  #recording?: Run;
  #replay?: { readonly taped: Taped; draws: number; questions: number };

  get isReplaying(): boolean {
    return this.#replay !== undefined;
  }

  /** Notes from now on; the returned function ends it. */
  record(): () => Recording {
    const run: Run = { draws: [], refusals: [], uses: new Set(), questions: 0, isLasting: false };
    this.#recording = run;
    return () => {
      this.#recording = undefined;
      return { ...run, uses: [...run.uses] };
    };
  }

  /** Tells what was noted; the returned function ends it. That throws ReplayMismatch if something is left over. */
  replay(taped: Taped): () => void {
    const replay = { taped, draws: 0, questions: 0 };
    this.#replay = replay;
    return () => {
      this.#replay = undefined;
      const unanswered = taped.refusals.filter(({ at }) => at >= replay.questions);
      if (unanswered.length > 0) throw new ReplayMismatch("asks for fewer permissions");
      if (replay.draws < taped.draws.length) throw new ReplayMismatch("draws fewer random values");
    };
  }

  /** Something random that `make` makes, or that was noted. @param isLasting whether later calls depend on it */
  draw<Kind extends Draw>(isKind: (draw: Draw) => draw is Kind, make: () => Kind, isLasting = true): Kind {
    if (this.#replay) return this.#noted(isKind);
    return this.#note(make(), isLasting);
  }

  /** As {@link draw}, for what takes its time. */
  async drawLater<Kind extends Draw>(isKind: (draw: Draw) => draw is Kind, make: () => Promise<Kind>): Promise<Kind> {
    if (this.#replay) return this.#noted(isKind);
    return this.#note(await make(), true);
  }

  /** Runs a check that may throw an AwsError; in a replay it ends as it did. */
  gate(check: () => void): void {
    if (this.#replay) return this.#refuse();
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
    if (this.#replay) return this.#refusalOfNext() === undefined;
    const at = this.#nextQuestion();
    const answer = question();
    if (!answer) this.#recording?.refusals.push({ at });
    return answer;
  }

  /** Says that the call that runs changes what later calls depend on, although it only reads. */
  change(): void {
    if (this.#recording) this.#recording.isLasting = true;
  }

  /** Says that the call that runs uses something: of such calls only the latest for each thing is kept. */
  use(thing: string): void {
    this.#recording?.uses.add(thing);
  }

  #note<Kind extends Draw>(draw: Kind, isLasting: boolean): Kind {
    if (this.#recording) {
      this.#recording.draws.push(draw);
      this.#recording.isLasting ||= isLasting;
    } else if (this.isKept && isLasting) {
      throw new Error("Something random that lasts was drawn outside of a call: the journal would not have it.");
    }
    return draw;
  }

  #noted<Kind extends Draw>(isKind: (draw: Draw) => draw is Kind): Kind {
    const draw = this.#replay?.taped.draws[this.#replay.draws++];
    if (draw === undefined) throw new ReplayMismatch("draws more random values");
    if (!isKind(draw)) throw new ReplayMismatch("draws other random values");
    return draw;
  }

  #nextQuestion(): number {
    return this.#recording ? this.#recording.questions++ : 0;
  }

  #refusalOfNext(): Refusal | undefined {
    const replay = this.#replay;
    if (!replay) return undefined;
    const at = replay.questions++;
    return replay.taped.refusals.find((refusal) => refusal.at === at);
  }

  #refuse(): void {
    const { error } = this.#refusalOfNext() ?? {};
    if (error) throw new AwsError(error.code, error.message, { status: error.status });
  }
}
