import { availableParallelism } from "node:os";
import packageJson from "../../package.json" with { type: "json" };
import type { RunSummary } from "../../reporters/events.ts";
import type { Reporter } from "../../reporters/reporter.ts";
import type { Backend } from "../../runner/backend.ts";
import type { Crew } from "../../runner/crew.ts";
import type { RunSettings } from "../../runner/runSettings.ts";
import type { Target } from "../../runner/target.ts";
import type { Context } from "../context.ts";
import { withCrew } from "../crew/withCrew.ts";
import { sweepBefore } from "../sweep/sweepBefore.ts";
import type { Work } from "./chooseWork.ts";
import { preparePlace } from "./preparePlace.ts";
import type { TargetChoice } from "./targetChoice.ts";

/** What is to be run where, and who hears of it. */
export interface RunOrder {
  readonly work: Work;
  readonly choice: TargetChoice;
  /** As it was opened for the choice. */
  readonly target: Target;
  /** Where the engine keeps its state. Default: as the target has it. */
  readonly backend?: Backend;
  readonly settings: RunSettings;
  /** Whether it begins with a sweep of what dead runs have left. Default: yes. */
  readonly sweep?: boolean;
  /** How many scenarios run at a time. Default: on an endpoint one, else as many as there are processors. */
  readonly workers?: number;
  readonly reporters: readonly Reporter[];
  readonly signal: AbortSignal;
  /** Says what takes its time, and what was swept. */
  readonly say: (line: string) => void;
}

/** Told with every run. */
const versions = { keylab: packageJson.version, "@pulumi/aws": packageJson.dependencies["@pulumi/aws"] };

/** Runs scenarios on a target that was opened, and may be used. Throws a UserError where nothing can be deployed. */
export async function runOn(order: RunOrder, context: Context): Promise<RunSummary> {
  const { work, choice, target, backend, settings, sweep = true, reporters, signal, say } = order;
  const place = { ...(await preparePlace({ target, signal, say }, context)), backend, settings };
  if (sweep) await sweepBefore(place, say);
  const { runScenarios } = await import("../../runner/runScenarios.ts");
  signal.throwIfAborted();
  const begin = (crew?: Crew) => runScenarios({ ...place, ...work, versions, crew, reporters });
  const size = workersFor(order);
  // One scenario needs no thread, which takes its time to begin; nor do none, as of many shards some may have.
  if (size === 1 && work.scenarios.length <= 1) return begin();
  return withCrew({ size, choice, place }, context, begin);
}

/** How many scenarios run at a time. Those that share an endpoint would wait for each other's quotas there. */
export function workersFor({ work, choice, workers }: Pick<RunOrder, "work" | "choice" | "workers">): number {
  const wanted = workers ?? (choice.kind === "local" ? availableParallelism() : 1);
  return Math.max(1, Math.min(wanted, work.scenarios.length * (work.repeat ?? 1)));
}
