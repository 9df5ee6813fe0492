import type { Reporter } from "../reporters/reporter.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Backend } from "./backend.ts";
import type { Crew } from "./crew.ts";
import type { Witness } from "./deployment.ts";
import type { RunSettings } from "./runSettings.ts";
import type { Shard } from "./shard.ts";
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
  /** Where the engine keeps its state. Default: files in the folder of the run, encrypted as the target has it. */
  readonly backend?: Backend;
  /** Default: `defaultSettings`. */
  readonly settings?: RunSettings;
  /** Whoever is to see what a scenario deploys. Default: nobody. */
  readonly witness?: (scenario: Scenario) => Witness;
}

/** What a run needs to know. */
export interface RunOptions extends RunPlace {
  /** In the order in which they run. */
  readonly scenarios: readonly Scenario[];
  /** What was chosen, of which the scenarios are a shard. Default: the scenarios. */
  readonly selected?: readonly Scenario[];
  readonly shard?: Shard;
  /** What the order was drawn with. */
  readonly seed?: number;
  /** How often each scenario is run. Default: once. */
  readonly repeat?: number;
  /** How often a scenario that does not pass is tried again. Default: never. */
  readonly retries?: number;
  /** Whether no other scenario begins when one has not passed. Default: no. */
  readonly bail?: boolean;
  /** Of Keylab and what it is made of, beside Node.js and the Pulumi CLI. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly reporters: readonly Reporter[];
  /** Who runs them. Default: this thread, one after the other. */
  readonly crew?: Crew;
}
