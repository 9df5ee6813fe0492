import { setTimeout } from "node:timers/promises";
import type { TargetSession } from "./target.ts";

/**
 * Moves the target's clock, or waits where there is none to move. Nobody waits for the server of somebody else: what AWS does some
 * minutes later, local servers do at once or never. Rejects when the signal is aborted.
 */
export async function letTimePass(
  target: Pick<TargetSession, "advanceClock" | "failedCalls">,
  minutes: number,
  signal: AbortSignal,
): Promise<void> {
  const milliseconds = minutes * 60_000;
  if (target.advanceClock) return target.advanceClock(milliseconds);
  if (target.failedCalls) return;
  await setTimeout(milliseconds, undefined, { signal });
}
