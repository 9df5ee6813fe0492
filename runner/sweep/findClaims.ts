import { administratorOf } from "../marks/administratorOf.ts";
import { isGoingOn, type JournalledRun } from "../journal/journalledRun.ts";
import { readRuns } from "../journal/readRuns.ts";
import { isExpired, type Mark } from "../marks/mark.ts";
import { claimOf, type Claim } from "./claim.ts";
import { planSweep, type Scene } from "./planSweep.ts";

/** Which leftovers are meant. */
export interface Whose {
  /** The folder `.keylab/`, with the journals. */
  readonly folder: string;
  /** Of the target, as journals have it. */
  readonly url: string;
  /** Whether what was kept on purpose is meant as well. */
  readonly kept: boolean;
}

/**
 * The claims to what dead runs have left on a target: those of which a journal is here, and those of whom tags tell that they have
 * expired. Runs that go on are left alone, and so is whatever has a journal here that says something else.
 */
export async function findClaims({ folder, url, kept }: Whose, scene: Scene): Promise<readonly Claim[]> {
  const runs = (await readRuns(folder)).filter((run) => run.lasting && run.target === url);
  const isLive = await Promise.all(runs.map(isGoingOn));
  const dead = runs.filter((_, index) => isLive[index] === false);
  const journalled = dead.flatMap((run) => claimsOf(run, kept));
  const known = new Set(runs.map(({ run }) => run));
  const strangers = distinct([...scene.marks.values()])
    .filter((mark) => isExpired(mark) && ![...known].some((run) => mark.run.startsWith(run)))
    .map((mark) => ({ mark }))
    .filter((claim) => isLeft(scene, claim));
  return [...journalled, ...strangers];
}

function claimsOf(run: JournalledRun, kept: boolean): readonly Claim[] {
  return run.scenarios
    .filter(({ left }) => left !== "nothing")
    .map((scenario) => claimOf(run, scenario))
    .filter(({ mark, journal }) => kept || journal?.isKept !== true || isExpired(mark));
}

/** A key that is pending deletion still has its tags. */
function isLeft(scene: Scene, claim: Claim): boolean {
  const administrator = administratorOf(claim.mark);
  const isThere = scene.found.some(({ kind, id }) => kind === "user" && id === administrator);
  return isThere || planSweep(scene, claim).length > 0;
}

function distinct(marks: readonly Mark[]): readonly Mark[] {
  return [...new Map(marks.map((mark) => [mark.run, mark])).values()];
}
