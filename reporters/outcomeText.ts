import type { ScenarioEnded } from "./events.ts";
import { isUnsupported } from "./isUnsupported.ts";

/** How a scenario ended, as people are told. */
export function outcomeText(ended: ScenarioEnded): ScenarioEnded["outcome"] | "unsupported there" {
  return isUnsupported(ended) ? "unsupported there" : ended.outcome;
}
