import { outcomeText } from "../outcomeText.ts";
import { isGood } from "../text/summaryLine.ts";
import type { ScenarioRecord } from "../runRecord.ts";
import type { ToldRun } from "../toldRun.ts";

/** How a run of a scenario ended, in a word. `cut short`: it has told no end. */
export type Outcome =
  "passed" | "failed" | "inconclusive" | "interrupted" | "skipped" | "unsupported there" | "cut short";

/** Every outcome, the worst first. */
export const outcomes: readonly Outcome[] = [
  "failed",
  "inconclusive",
  "cut short",
  "interrupted",
  "unsupported there",
  "skipped",
  "passed",
];

/** How a run of a scenario ended. */
export function outcomeOf({ ended }: ScenarioRecord): Outcome {
  return ended === undefined ? "cut short" : outcomeText(ended);
}

/** How the whole run ended. */
export function runOutcome({ ended }: ToldRun): Outcome {
  if (ended === undefined) return "cut short";
  const { interrupted, failed, broken, leftovers, inconclusive } = ended.summary;
  if (isGood(ended.summary)) return "passed";
  if (failed + broken + leftovers > 0) return "failed";
  if (interrupted) return "interrupted";
  return inconclusive > 0 ? "inconclusive" : "failed";
}
