import type { Reporter } from "../reporters/reporter.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Target } from "./target.ts";

/** What a run needs to know. */
export interface RunOptions {
  readonly scenarios: readonly Scenario[];
  readonly target: Target;
  readonly reporters: readonly Reporter[];
  /** A folder in which the Pulumi CLI is `bin/pulumi`. */
  readonly pulumiRoot: string;
  /** Keylab's own `PULUMI_HOME`. */
  readonly pulumiHome: string;
  /** The folder `.keylab/`, which keeps runs and state. */
  readonly folder: string;
  /** Aborted by Ctrl-C: the current step ends, everything is torn down. */
  readonly signal: AbortSignal;
}
