import { setTimeout } from "node:timers/promises";
import type { ExpectationChecked } from "../../reporters/events.ts";
import type { Judgement } from "../judge.ts";
import { mayStillChange } from "./mayStillChange.ts";
import type { Patience } from "./patience.ts";

/** What is tried, and what may come of it late. */
export interface Waiting {
  readonly patience: Patience;
  /** When something was changed last, as `performance.now()`. */
  readonly changedAt: number;
  /** Whether whatever is not as expected may be so later. */
  readonly isEventual: boolean;
  /** Whether a try that is allowed changes something: it is made once, when every answer counts. */
  readonly changesSomething: boolean;
  readonly signal: AbortSignal;
}

/** The judgement that counts, and what it took. */
export type Settled = Judgement & Pick<ExpectationChecked, "tries" | "convergenceMilliseconds">;

/**
 * Judges again and again until the answers have settled, patience ends, or the run is interrupted: as expected, several times in
 * a row, and no longer because of what was there before. What never settles is inconclusive.
 */
export async function untilSettled(once: () => Promise<Judgement>, waiting: Waiting): Promise<Settled> {
  const { patience, changedAt, isEventual, changesSomething, signal } = waiting;
  const countsFrom = changedAt + patience.settle;
  const end = Math.max(performance.now(), countsFrom) + (isEventual ? patience.eventually : patience.limit);
  if (changesSomething) await pause(countsFrom - performance.now(), signal);
  const answers = new Answers(waiting);
  for (;;) {
    const judged = await once();
    // Answers that have begun to be as expected are heard to the end, however slow they come.
    const isOver = signal.aborted || (judged.verdict !== "passed" && performance.now() + patience.pause > end);
    answers.add(judged, performance.now() >= countsFrom);
    if (answers.haveSettled(judged)) return answers.settled(judged);
    if (isOver) return answers.last(judged, end - changedAt);
    await pause(patience.pause, signal);
  }
}

/** What has been answered so far. */
class Answers {
  readonly #waiting: Waiting;
  #tries = 0;
  /** Of the answers that counted. */
  #asExpected = 0;
  #inARow = 0;
  #inARowFrom = 0;
  #counts = false;

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  /** @param counts whether the answer can no longer be from before the change */
  add({ verdict }: Judgement, counts: boolean): void {
    this.#tries += 1;
    this.#counts = counts;
    if (verdict !== "passed") {
      this.#inARow = 0;
      return;
    }
    if (counts) this.#asExpected += 1;
    this.#inARow += 1;
    if (this.#inARow === 1) this.#inARowFrom = performance.now();
  }

  /** Whether the last answer is the one that counts. */
  haveSettled(judged: Judgement): boolean {
    const { changesSomething, isEventual, patience } = this.#waiting;
    if (changesSomething && judged.observed === "allowed") return true;
    if (!this.#counts) return false;
    if (judged.verdict === "passed") return this.#inARow >= patience.answers;
    return !isEventual && !mayStillChange(judged);
  }

  /** How long it took is of interest only where it was not so from the first try on. */
  settled(judged: Judgement): Settled {
    const hasConverged = judged.verdict === "passed" && this.#inARow < this.#tries;
    const convergenceMilliseconds = hasConverged ? Math.round(this.#inARowFrom - this.#waiting.changedAt) : undefined;
    return { ...judged, tries: this.#tries, convergenceMilliseconds };
  }

  /** When there is no more time: the contrary may have been the answer throughout. */
  last(judged: Judgement, milliseconds: number): Settled {
    if (this.#asExpected === 0 && judged.verdict !== "passed") return this.settled(judged);
    const seconds = Math.round(milliseconds / 1000);
    const reason = `the answers did not settle within ${seconds} s: ${this.#asExpected} of ${this.#tries} were as expected`;
    return { ...judged, verdict: "inconclusive", reason, tries: this.#tries };
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return;
  // An interruption ends the pause; whoever waits looks at the signal itself.
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
