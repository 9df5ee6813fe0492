import type { ScenarioEnded } from "./events.ts";

/** Whether a scenario is skipped because the endpoint, as it was found on the way, does not have what it needs. */
export function isUnsupported({ outcome, unsupported = false }: ScenarioEnded): boolean {
  return outcome === "skipped" && unsupported;
}
