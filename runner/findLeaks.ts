import type { Administrators } from "./administrators.ts";
import type { EngineResource } from "./engine.ts";
import { findLeftovers } from "./findLeftovers.ts";
import { foundOf, keyOfFound } from "./inventory/found.ts";
import { takeInventory } from "./inventory/takeInventory.ts";
import { suffixOf, type Mark } from "./marks/mark.ts";
import { marksIn } from "./marks/marksIn.ts";
import type { LastingTarget, TargetSession } from "./target.ts";

/** Who looks for what a scenario run has left, and what is known of it. */
export interface LeakAudit {
  /** What was there before anything was made. */
  readonly before: ReadonlySet<string>;
  readonly administrators: Administrators;
  /** What the engine has made. */
  readonly made: readonly EngineResource[];
  readonly target: Pick<TargetSession, "isExclusive">;
  readonly mark: Mark;
  /** Absent where nothing outlives the process: then nothing carries the mark. */
  readonly lasting?: LastingTarget;
}

/**
 * What is there after the teardown and was not there before, by ARN where it has one. Where others work as well: only what
 * carries the run's mark, has a name of the run's, or was made by its engine.
 */
export async function findLeaks({ before, administrators, made, target, mark, lasting }: LeakAudit): Promise<string[]> {
  const after = await takeInventory(administrators.all());
  if (target.isExclusive) return findLeftovers(before, after, () => true);
  const marks = lasting ? await Promise.all(administrators.all().map((session) => marksIn(session, [], mark.run))) : [];
  const marked = new Set(marks.flatMap((some) => [...some.keys()]));
  const regions = administrators.all().map(({ region }) => region);
  const isMarked = (item: string) =>
    regions.some((region) => {
      const found = foundOf(item, region);
      return found !== undefined && marked.has(keyOfFound(found));
    });
  return findLeftovers(
    before,
    after,
    (item) =>
      item.includes(suffixOf(mark)) ||
      made.some(({ id, arn }) => item === arn || item.endsWith(`/${id}`)) ||
      isMarked(item),
  );
}
