import { setTimeout } from "node:timers/promises";
import type { Judgement } from "./judge.ts";

/** How long a target may take until what has changed is seen everywhere. Milliseconds. */
export interface Patience {
  readonly patience: number;
  /** Between two tries. */
  readonly pause: number;
}

/** Judges again and again until it passes, patience ends, or the run is interrupted. Resolves with the last judgement. */
export async function untilPassed(
  once: () => Promise<Judgement>,
  signal: AbortSignal,
  { patience, pause }: Patience,
): Promise<Judgement> {
  const end = performance.now() + patience;
  for (;;) {
    const judged = await once();
    if (judged.verdict === "passed" || signal.aborted || performance.now() + pause > end) return judged;
    await setTimeout(pause);
  }
}
