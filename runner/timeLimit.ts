import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../errors/userError.ts";

/** Something took longer than it may. */
export class TimedOut extends UserError {
  constructor(what: string, milliseconds: number) {
    super(
      `${what} took longer than ${milliseconds / 1000} s.`,
      "Give it more time with --timeout, or look at what it waits for.",
    );
    this.name = "TimedOut";
  }
}

/** Aborted when the time is over. To be stopped when the work is done. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  stop(): void;
}

/** @param what the subject of the sentence that says what took too long */
export function timeLimit(what: string, milliseconds: number): TimeLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new TimedOut(what, milliseconds)), milliseconds);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

/** After the signal the engine finishes what it has begun. */
export const engineGraceMilliseconds = 30_000;

/**
 * Does the work under a time limit. Rejects with the reason of the signal when it is aborted; the work may go on then.
 *
 * @param graceMilliseconds how long the work, which has heard of it as well, may take to end by itself
 */
export async function withinTime<Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
  graceMilliseconds = 0,
): Promise<Result> {
  signal.throwIfAborted();
  const end = new AbortController();
  const isOver = new Promise<never>((_resolve, reject) => {
    const giveUp = () => reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    const abort = () => void sleep(graceMilliseconds, undefined, { signal: end.signal }).then(giveUp, () => undefined);
    signal.addEventListener("abort", abort, { signal: end.signal });
  });
  try {
    return await Promise.race([work(), isOver]);
  } finally {
    end.abort();
  }
}
