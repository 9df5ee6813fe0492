import { performance } from "node:perf_hooks";

/** The reason with which everything that is under way ends after Ctrl-C. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}

/** Listens for Ctrl-C, for the signal that asks a process to end, and for the end of its terminal. */
export interface Interruption {
  /** Aborted with `Interrupted` by the first of them. */
  readonly signal: AbortSignal;
  /** Stops listening: the next one ends the process as usual. */
  stop(): void;
}

/**
 * npm passes on a signal that the terminal has already sent to all its processes: the same key press arrives twice. What
 * comes so soon after is not counted.
 */
const sameKeyPressMs = 500;

/**
 * @param signals usually `process`.
 * @param tell called at each of them with how many there have been.
 */
export function listenForInterruption(
  signals: NodeJS.EventEmitter,
  tell: (times: number) => void,
  now: () => number = () => performance.now(),
): Interruption {
  const controller = new AbortController();
  let times = 0;
  let last = -Infinity;
  const hear = () => {
    const isSame = now() - last < sameKeyPressMs;
    last = now();
    if (isSame) return;
    times += 1;
    tell(times);
    controller.abort(new Interrupted());
  };
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) signals.on(name, hear);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of names) signals.off(name, hear);
    },
  };
}

/**
 * Does the work; what fails after an interruption fails because of it. Ctrl-C in a terminal reaches all processes at once,
 * the Pulumi CLI and the one that loads our sources included.
 *
 * @throws Interrupted when the signal was aborted before the work failed.
 */
export async function interruptible<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
