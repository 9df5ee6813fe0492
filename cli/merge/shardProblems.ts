import { isDeepStrictEqual } from "node:util";
import type { RunEnded } from "../../reporters/events.ts";
import { isGood, isOnlyInconclusive, summaryLine } from "../../reporters/text/summaryLine.ts";
import type { Shard } from "./shard.ts";

/** Why shards do not make a whole and good run. */
export interface ShardProblem {
  readonly text: string;
  /** Whether it means no more than that some answers did not settle. */
  readonly isInconclusive: boolean;
}

/** All that is wrong with shards: those that are missing, do not belong together, were cut short, or were not as expected. */
export function shardProblems(shards: readonly Shard[]): ShardProblem[] {
  const strangers = strangerProblems(shards);
  // Of runs that do not belong together, nothing can be said to be missing.
  const whole = strangers.length > 0 ? strangers : wholenessProblems(shards);
  return [...whole.map((text) => ({ text, isInconclusive: false })), ...shards.flatMap(endProblems)];
}

function strangerProblems(shards: readonly Shard[]): string[] {
  const [first, ...others] = shards;
  if (first === undefined) return [];
  return others.flatMap((other) => {
    const differs = (what: string) => `${other.folder} and ${first.folder} ${what}.`;
    const [a, b] = [first.run.started, other.run.started];
    return [
      ...(isDeepStrictEqual(a.selected, b.selected) ? [] : [differs("are of different selections")]),
      ...(a.shard?.of === b.shard?.of ? [] : [differs("are not of the same number of shards")]),
      ...(a.target.name === b.target.name
        ? []
        : [differs(`had different targets, ${b.target.name} and ${a.target.name}`)]),
    ];
  });
}

function wholenessProblems(shards: readonly Shard[]): string[] {
  const of = shards[0]?.run.started.shard?.of ?? 1;
  const indexes = Array.from({ length: of }, (_, index) => index + 1);
  const wrong = indexes.flatMap((index) => {
    const found = shards.filter(({ run }) => (run.started.shard?.index ?? 1) === index);
    if (found.length === 0) return [`Shard ${index} of ${of} is missing.`];
    if (found.length === 1) return [];
    const folders = found.map(({ folder }) => folder).join(", ");
    return [`Shard ${index} of ${of} is there ${found.length} times: ${folders}.`];
  });
  return wrong.length > 0 ? wrong : selectionProblems(shards);
}

/** Versions of Keylab may divide the same selection in different ways. */
function selectionProblems(shards: readonly Shard[]): string[] {
  const selected = shards[0]?.run.started.selected ?? [];
  return selected.flatMap((id) => {
    const count = shards.filter(({ run }) => run.started.scenarios.includes(id)).length;
    if (count === 1) return [];
    return [`${id} was run by ${count === 0 ? "no shard" : `${count} shards`}.`];
  });
}

function endProblems(shard: Shard): ShardProblem[] {
  const { ended } = shard.run;
  const problem = (text: string, isInconclusive = false) => [{ text: `${nameOf(shard)} ${text}`, isInconclusive }];
  if (ended === undefined) return problem("was cut short: it has no end.");
  if (isAsExpected(shard, ended)) return [];
  return problem(`was not as expected: ${summaryLine(ended)}`, isOnlyInconclusive(ended.summary));
}

function nameOf({ folder, run }: Shard): string {
  const { shard } = run.started;
  return shard === undefined ? folder : `Shard ${shard.index} of ${shard.of} (${folder})`;
}

/** Of many shards some may have nothing to run. */
function isAsExpected({ run }: Shard, { summary }: RunEnded): boolean {
  return isGood(run.started.scenarios.length === 0 ? { ...summary, passed: 1 } : summary);
}
