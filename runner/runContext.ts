import type { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import type { RunEvent } from "../reporters/events.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Backend } from "./backend.ts";
import type { Witness } from "./deployment.ts";
import type { RunSettings } from "./runSettings.ts";
import type { Target } from "./target.ts";

/** What all scenario runs of a run share. */
export interface RunContext {
  readonly target: Target;
  readonly pulumi: PulumiCommand;
  readonly pulumiHome: string;
  /** The run's folder, `.keylab/runs/<id>`. */
  readonly folder: string;
  /** Where the engine keeps its state. Default: files below that folder. */
  readonly backend?: Backend;
  /** What physical names end with where others work in the same account. */
  readonly suffix: string;
  readonly signal: AbortSignal;
  readonly settings: RunSettings;
  /** Whoever is to see what a scenario deploys. */
  readonly witness?: (scenario: Scenario) => Witness;
  emit(event: RunEvent): void;
}
