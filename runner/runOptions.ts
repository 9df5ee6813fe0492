import type { Reporter } from "../reporters/reporter.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Crew } from "./crew.ts";
import type { Witness } from "./deployment.ts";
import type { Target } from "./target.ts";

/** Where and with what a run works. */
export interface RunPlace {
  readonly target: Target;
  /** A folder in which the Pulumi CLI is `bin/pulumi`. */
  readonly pulumiRoot: string;
  /** Keylab's own `PULUMI_HOME`. */
  readonly pulumiHome: string;
  /** The folder `.keylab/`, which keeps runs and state. */
  readonly folder: string;
  /** Aborted by Ctrl-C: the current step ends, everything is torn down. */
  readonly signal: AbortSignal;
  /** Whether what was made stays, on a target where it outlives the process. Default: no. */
  readonly keep?: boolean;
  /** Whoever is to see what a scenario deploys. Default: nobody. */
  readonly witness?: (scenario: Scenario) => Witness;
}

/** What a run needs to know. */
export interface RunOptions extends RunPlace {
  readonly scenarios: readonly Scenario[];
  readonly reporters: readonly Reporter[];
  /** Who runs them. Default: this thread, one after the other. */
  readonly crew?: Crew;
}
