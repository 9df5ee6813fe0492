import type { Lease, Transition } from "./lease.ts";
import type { LeaseEntry } from "./leaseEntry.ts";

/** A lease as its journal tells it, from the latest request on: one that had ended may be requested again. Nothing if none was requested. */
export function foldLease(entries: readonly LeaseEntry[]): Lease | undefined {
  const begin = entries.findLastIndex(({ type }) => type === "requested");
  const [first, ...others] = entries.slice(Math.max(begin, 0));
  if (first?.type !== "requested") return undefined;
  const { order, until, at, reason } = first;
  const requested: Lease = {
    ...order,
    until,
    state: "requested",
    history: [{ state: "requested", at, reason }],
    handOvers: [],
    checkpoints: {},
    remaining: [],
    usage: { keys: 0, tables: 0, requests: 0, estimatedCost: 0 },
  };
  return others.reduce(step, requested);
}

function step(lease: Lease, entry: LeaseEntry): Lease {
  switch (entry.type) {
    case "requested":
      return lease;
    case "state":
      return lead(lease, entry);
    case "until":
      return { ...lease, until: entry.until };
    case "students":
      return { ...lease, students: entry.students };
    case "handed over": {
      const { at, to } = entry;
      const handed = { ...lease, handOvers: [...lease.handOvers, { at, to }] };
      // One entry says both: whoever looks at the same moment may have written that the student works already.
      if (lease.state !== "ready") return handed;
      return lead(handed, { state: "handed out", at, reason: `its credentials went to the ${to}` });
    }
    case "checkpoint":
      return { ...lease, checkpoints: { [entry.checkpoint]: entry.at, ...lease.checkpoints } };
    case "usage":
      return { ...lease, usage: entry.usage };
    case "started over":
      return { ...lease, checkpoints: {} };
    case "remaining":
      return { ...lease, remaining: entry.remaining };
  }
}

function lead(lease: Lease, { state, at, reason }: Transition): Lease {
  return { ...lease, state, history: [...lease.history, { state, at, reason }] };
}
