import { setTimeout } from "node:timers/promises";
import type { Judgement } from "./judge.ts";

const patienceMilliseconds = 60_000;
const pauseMilliseconds = 1_000;

/** Judges again and again until it passes, a minute has gone by, or the run is interrupted. Resolves with the last judgement. */
export async function untilPassed(
  once: () => Promise<Judgement>,
  signal: AbortSignal,
  { patience = patienceMilliseconds, pause = pauseMilliseconds } = {},
): Promise<Judgement> {
  const end = performance.now() + patience;
  for (;;) {
    const judged = await once();
    if (judged.verdict === "passed" || signal.aborted || performance.now() + pause > end) return judged;
    await setTimeout(pause);
  }
}
