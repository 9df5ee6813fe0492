import type { Shard } from "../../runner/shard.ts";
import type { BackendOptions } from "./readBackend.ts";
import type { EntryOptions } from "./targetChoice.ts";
import type { ReporterRequest } from "./readReporter.ts";

/** What `keylab run` was told, beside the scenarios. */
export interface RunCommandOptions extends EntryOptions, BackendOptions {
  readonly target: string;
  readonly yes?: boolean;
  /** Default: the display alone. */
  readonly reporter?: readonly ReporterRequest[];
  readonly mutate?: boolean;
  readonly workers?: number;
  readonly grep?: RegExp;
  readonly area?: readonly string[];
  readonly workshop?: readonly string[];
  readonly onlyFailed?: boolean;
  readonly shard?: Shard;
  /** `true`: one is drawn. */
  readonly seed?: number | true;
  readonly repeat?: number;
  readonly retries?: number;
  readonly bail?: boolean;
  /** Milliseconds. */
  readonly timeout?: number;
  /** Milliseconds. */
  readonly phaseTimeout?: number;
  readonly answers?: number;
  /** Whether what was deployed on an endpoint stays. */
  readonly keep?: boolean;
  /** Default: yes. */
  readonly sweep?: boolean;
  /** Whether a caller who may not do everything on AWS is refused. Default: yes. */
  readonly permissionCheck?: boolean;
}
