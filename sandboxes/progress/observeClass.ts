import { isDeepStrictEqual } from "node:util";
import pMap from "p-map";
import { withLock } from "../../runner/withLock.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { takeClassHoldings } from "../holdings/classHoldings.ts";
import { keysMadeIn } from "../holdings/keysMadeBy.ts";
import type { Lease } from "../lease/lease.ts";
import type { LeaseEntry } from "../lease/leaseEntry.ts";
import { openStates, standingStates } from "../lease/leaseState.ts";
import { lockOf } from "../lease/lockOf.ts";
import { occupiedSites } from "../places/occupiedSites.ts";
import type { ChangePlace } from "../terms/changeLease.ts";
import { checkpointsOf } from "./checkpoints/index.ts";
import type { ClassEvents } from "./classEvents.ts";
import type { Facts } from "./facts.ts";
import { readFacts } from "./readFacts.ts";
import { usageOf } from "./usageOf.ts";

/** How a class stands, by the ids of its leases. */
export interface Observed {
  readonly now: Date;
  /** Nothing of a sandbox that could not be looked at. */
  readonly facts: ReadonlyMap<string, Facts>;
  /** Why sandboxes could not be looked at, in sentences. */
  readonly problems: readonly string[];
}

const callsAtATime = 8;

/**
 * Looks what the students of a class have done and how their sandboxes stand, and writes down what is new: checkpoints that were reached, and that somebody
 * has begun to work.
 *
 * @param known what was done before: it is asked for what came since
 */
export async function observeClass(change: ChangePlace, known: ClassEvents): Promise<Observed> {
  const { folder, record, places } = change;
  const leases = folder.leases.list().filter(({ state }) => standingStates.has(state));
  const now = await places.home.place.target.now();
  const { open, closed } = await occupiedSites<Lease>(places, leases);
  // What the proof has tried before is much, and is nobody's.
  const since = new Date(folder.isolation?.firstAt ?? record.created);
  const events = await known.read(open, since);
  const holdings = await takeClassHoldings(open, keysMadeIn(events));
  const facts = await pMap(
    open.flatMap(({ site, here }) => here.map(({ id }) => ({ site, id }))),
    async ({ site, id }) => {
      const order = { lease: id, holdings: holdings.ofLeases.get(id) ?? [], events, now };
      return [id, await readFacts(site.administrator, order)] as const;
    },
    { concurrency: callsAtATime },
  );
  await pMap(facts, ([lease, seen]) => writeDown(lease, seen, change), { concurrency: callsAtATime });
  const problems = closed.map(
    ({ here, problem }) => `Nobody can look at ${here.map(({ id }) => id).join(", ")}: ${problem.message}`,
  );
  return { now, facts: new Map(facts), problems };
}

/** Not where somebody works on the sandbox: what they make of it is not to be overwritten, and the next look sees as much. */
async function writeDown(id: string, facts: Facts, { folder: { leases }, record }: ChangePlace): Promise<void> {
  const news = () => newsOf(leases.get(id), facts, record);
  if (news().length === 0) return;
  await withLock(lockOf(leases.folderOf(id)), () => {
    // Asked again: somebody else may have written it down meanwhile.
    for (const entry of news()) leases.write(id, entry);
    return Promise.resolve();
  });
}

/** What was seen of a sandbox that its journal does not tell. */
function newsOf(lease: Lease, facts: Facts, record: ClassRecord): readonly LeaseEntry[] {
  const usage = usageOf(lease, facts.holdings, facts.events.length);
  const used: readonly LeaseEntry[] = isDeepStrictEqual(usage, lease.usage)
    ? []
    : [{ type: "usage", at: facts.now, usage }];
  if (!openStates.has(lease.state)) return used;
  const reached = checkpointsOf(record.workshop, lease.blueprint).flatMap(({ id, reachedAt }): LeaseEntry[] => {
    const at = lease.checkpoints[id] === undefined ? reachedAt(facts) : undefined;
    return at === undefined ? [] : [{ type: "checkpoint", at: new Date(at).toISOString(), checkpoint: id }];
  });
  const [first] = facts.events;
  if (first === undefined || lease.state === "active") return [...used, ...reached];
  const reason = `${first.who} has called ${first.action}`;
  return [...used, ...reached, { type: "state", at: new Date(first.at).toISOString(), state: "active", reason }];
}
