import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { defaultSettings, type RunSettings } from "../../runner/runSettings.ts";
import { shardOf } from "../../runner/shard.ts";
import { shuffle } from "../../runner/shuffle.ts";
import type { RunOptions } from "../../runner/runOptions.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { selectScenarios } from "../select/selectScenarios.ts";
import { notPassedLast } from "../select/notPassedLast.ts";
import type { TargetChoice } from "./targetChoice.ts";
import type { RunCommandOptions } from "./runCommandOptions.ts";

/** What a run does, of all that could be done. */
export type Work = Pick<RunOptions, "scenarios" | "selected" | "shard" | "seed" | "repeat" | "retries" | "bail">;

/** Where to look for what did not pass last. */
export interface Past {
  /** The folder of all runs. */
  readonly runs: string;
  readonly choice: TargetChoice;
}

/**
 * Selection first, then the shard of it, then the order. Throws a UserError when nothing is selected.
 *
 * @param named the ids that were named
 * @param past for `--only-failed`
 */
export async function chooseWork(named: readonly string[], options: RunCommandOptions, past: Past): Promise<Work> {
  const { scenarios: all } = await import("../../scenarios/index.ts");
  const { grep, area: areas, workshop: workshops, shard, repeat, retries, bail } = options;
  const among = options.onlyFailed === true ? await notPassedLast(past.runs, nameOf(past.choice)) : undefined;
  const selected = selectScenarios(all, { ids: named, grep, areas, workshops, among });
  const part = shard === undefined ? selected : shardOf(selected, shard, await recordedSeconds(selected));
  const seed = options.seed === true ? randomInt(1_000_000) : options.seed;
  const scenarios = seed === undefined ? part : shuffle(part, seed);
  return { scenarios, selected, shard, seed, repeat, retries, bail };
}

/** How long the run's parts may take, and how sure answers must be. */
export function settingsOf({ timeout, phaseTimeout, answers, keep }: RunCommandOptions): RunSettings {
  return { scenarioTimeout: timeout ?? defaultSettings.scenarioTimeout, phaseTimeout, answers, keep };
}

/** As runs tell it. */
function nameOf(choice: TargetChoice): string {
  return choice.kind === "endpoint" ? choice.url.origin : choice.kind;
}

async function recordedSeconds(scenarios: readonly Scenario[]): Promise<ReadonlyMap<string, number>> {
  const { readRecord, recordFile } = await import("../../catalogue/scenarioRecord.ts");
  const recorded = scenarios.filter(({ id }) => existsSync(recordFile(id)));
  return new Map(recorded.map(({ id }) => [id, readRecord(id).seconds]));
}
