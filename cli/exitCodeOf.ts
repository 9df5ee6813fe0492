import type { RunSummary } from "../reporters/events.ts";
import { isGood, isOnlyInconclusive } from "../reporters/text/summaryLine.ts";
import { interruptedExitCode } from "./tellError.ts";

/** The exit code where nothing was refuted, and not everything proved. */
export const inconclusiveExitCode = 3;

/**
 * The exit code that a run means: 0 if all was as expected, 1 if not, 3 if some answers did not settle and all others were as
 * expected, 130 if it was interrupted.
 */
export function exitCodeOf(summary: RunSummary): number {
  if (summary.interrupted) return interruptedExitCode;
  if (isGood(summary)) return 0;
  return isOnlyInconclusive(summary) ? inconclusiveExitCode : 1;
}
