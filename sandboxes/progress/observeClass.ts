import { isDeepStrictEqual } from "node:util";
import pMap from "p-map";
import type { Holdings } from "../holdings/holdings.ts";
import { takeHoldings } from "../holdings/holdings.ts";
import { keysMadeIn } from "../holdings/keysMadeBy.ts";
import { openStates, standingStates } from "../lease/leaseState.ts";
import type { ChangePlace } from "../terms/changeLease.ts";
import { checkpointsOf } from "./checkpoints/index.ts";
import type { Facts } from "./facts.ts";
import { readFacts } from "./readFacts.ts";
import type { StudentEvents } from "./studentEvents.ts";
import { usageOf } from "./usageOf.ts";

/** How a class stands, by the ids of its leases. */
export interface Observed {
  readonly now: Date;
  readonly holdings: Holdings;
  readonly facts: ReadonlyMap<string, Facts>;
}

const callsAtATime = 8;

/**
 * Looks what the students of a class have done and how their sandboxes stand, and writes down what is new: checkpoints that were reached, and that somebody
 * has begun to work.
 *
 * @param known what was done before: it is asked for what came since
 */
export async function observeClass(change: ChangePlace, known: StudentEvents): Promise<Observed> {
  const { folder, record, place, administrator } = change;
  const leases = folder.leases.list().filter(({ state }) => standingStates.has(state));
  const ids = leases.map(({ id }) => id);
  const now = await place.target.now();
  const events = await known.read(administrator.cloudtrail, new Date(record.created), ids);
  const holdings = await takeHoldings(administrator, leases, keysMadeIn(events));
  const facts = await pMap(
    ids,
    async (lease) => {
      const order = { lease, holdings: holdings.ofLeases.get(lease) ?? [], events, now };
      return [lease, await readFacts(administrator, order)] as const;
    },
    { concurrency: callsAtATime },
  );
  for (const [lease, seen] of facts) writeDown(lease, seen, change);
  return { now, holdings, facts: new Map(facts) };
}

function writeDown(id: string, facts: Facts, { folder, record }: ChangePlace): void {
  const { leases } = folder;
  const lease = leases.get(id);
  const usage = usageOf(lease, facts.holdings, facts.events.length);
  if (!isDeepStrictEqual(usage, lease.usage)) leases.write(id, { type: "usage", at: facts.now, usage });
  if (!openStates.has(lease.state)) return;
  for (const { id: checkpoint, reachedAt } of checkpointsOf(record.workshop, lease.blueprint)) {
    const at = lease.checkpoints[checkpoint] ?? reachedAt(facts);
    if (at !== undefined && lease.checkpoints[checkpoint] === undefined) {
      leases.write(id, { type: "checkpoint", at: new Date(at).toISOString(), checkpoint });
    }
  }
  const [first] = facts.events;
  if (first !== undefined && lease.state !== "active") {
    leases.lead(id, "active", { at: new Date(first.at), reason: `${first.who} has called ${first.action}` });
  }
}
