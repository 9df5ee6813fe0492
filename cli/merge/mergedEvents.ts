import type { RunEnded, RunEvent, RunStarted } from "../../reporters/events.ts";
import { Tally } from "../../runner/tally.ts";
import type { Shard } from "./shard.ts";

/** An event of a scenario. */
type ScenarioEvent = Extract<RunEvent, { readonly scenario: string }>;

/**
 * The events of one run that did what all shards did: scenarios in the order in which they were selected, each told to its
 * end.
 */
export function mergedEvents(shards: readonly [Shard, ...Shard[]]): RunEvent[] {
  const events = shards.flatMap((shard) => shard.events).filter(isOfScenario);
  const started = mergedStart(shards);
  const inOrder = started.selected.flatMap((id) => events.filter(({ scenario }) => scenario === id));
  return [started, ...inOrder, mergedEnd(shards, inOrder)];
}

function isOfScenario(event: RunEvent): event is ScenarioEvent {
  return "scenario" in event;
}

function mergedStart(shards: readonly [Shard, ...Shard[]]): RunStarted {
  const starts = shards.map(({ run }) => run.started);
  const earliest = starts.reduce((a, b) => (b.at < a.at ? b : a), shards[0].run.started);
  const run = new Set(starts.flatMap(({ scenarios }) => scenarios));
  const seeds = new Set(starts.map(({ seed }) => seed));
  return {
    ...earliest,
    runId: `${earliest.runId}-merged`,
    versions: mergedVersions(starts),
    workers: starts.reduce((sum, { workers }) => sum + workers, 0),
    scenarios: earliest.selected.filter((id) => run.has(id)),
    shard: undefined,
    seed: seeds.size === 1 ? earliest.seed : undefined,
  };
}

/** Each version that one of the shards had. */
function mergedVersions(starts: readonly RunStarted[]): Record<string, string> {
  const names = new Set(starts.flatMap(({ versions }) => Object.keys(versions)));
  const versionsOf = (name: string) => new Set(starts.flatMap(({ versions }) => versions[name] ?? []));
  return Object.fromEntries([...names].map((name) => [name, [...versionsOf(name)].join(", ")]));
}

/** Shards run at the same time: together they take as long as the one that takes longest. */
function mergedEnd(shards: readonly Shard[], events: readonly ScenarioEvent[]): RunEnded {
  const tally = new Tally();
  for (const event of events) tally.count(event);
  const ended = events.filter((event) => event.type === "scenario ended" && !event.triedAgain).length;
  const notRun = shards.reduce((sum, shard) => sum + notRunOf(shard), missingOf(shards));
  const isCutShort = shards.some(({ run }) => run.ended?.summary.interrupted ?? true);
  return {
    type: "run ended",
    at: shards.map(({ events }) => events.at(-1)?.at ?? "").reduce((a, b) => (a > b ? a : b), ""),
    summary: tally.summary(ended + notRun, isCutShort),
    milliseconds: Math.max(...shards.map(millisecondsOf)),
  };
}

function notRunOf({ run: { started, scenarios, ended } }: Shard): number {
  if (ended !== undefined) return ended.summary.notRun;
  const done = new Set(
    scenarios.filter((scenario) => scenario.ended !== undefined).map((scenario) => scenario.started.scenario),
  );
  return started.scenarios.filter((id) => !done.has(id)).length;
}

/** How many selected scenarios were no shard's to run. */
function missingOf(shards: readonly Shard[]): number {
  const given = new Set(shards.flatMap(({ run }) => run.started.scenarios));
  const selected = new Set(shards.flatMap(({ run }) => run.started.selected));
  return [...selected].filter((id) => !given.has(id)).length;
}

function millisecondsOf({ run, events }: Shard): number {
  return run.ended?.milliseconds ?? Date.parse(events.at(-1)?.at ?? run.started.at) - Date.parse(run.started.at);
}
