import { setTimeout } from "node:timers/promises";
import type { TargetSession } from "./target.ts";

/** Moves the target's clock, or waits where there is none to move. Rejects when the signal is aborted. */
export async function letTimePass(
  target: Pick<TargetSession, "advanceClock">,
  minutes: number,
  signal: AbortSignal,
): Promise<void> {
  const milliseconds = minutes * 60_000;
  if (target.advanceClock) return target.advanceClock(milliseconds);
  await setTimeout(milliseconds, undefined, { signal });
}
