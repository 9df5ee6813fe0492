import type { ClassRecord } from "../classes/classRecord.ts";
import type { CheckpointView, LeaseView } from "../desk.ts";
import type { Lease } from "../lease/lease.ts";
import { openStates } from "../lease/leaseState.ts";
import type { Roster } from "../student.ts";
import { checkpointViews } from "./checkpointViews.ts";
import { denialViews } from "./denialViews.ts";
import type { Observed } from "./observeClass.ts";

/** What is known of the class. */
export interface ViewedClass {
  readonly record: ClassRecord;
  /** Absent: nobody's name is shown. */
  readonly roster?: Roster;
  readonly observed: Observed;
}

/** Whoever has reached nothing new for that long is stuck. Milliseconds. */
const patience = 10 * 60_000;

/** A sandbox as it is shown. */
export function leaseView(lease: Lease, { record, roster, observed }: ViewedClass): LeaseView {
  const { id, group, account, region, blueprint, state, until, joinCode, handOvers, remaining, history } = lease;
  const facts = observed.facts.get(id);
  const events = facts?.events ?? [];
  const checkpoints = checkpointViews(lease, record);
  const latest = history.at(-1) ?? history[0];
  return {
    id,
    students: lease.students.map((student) => {
      const { name, role = "student" } = roster?.students.find((known) => known.id === student) ?? {};
      return { id: student, ...(name !== undefined && { name }), role };
    }),
    ...(group !== undefined && { group }),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    blueprint,
    state,
    since: latest.at,
    reason: latest.reason,
    until,
    joinCode,
    checkpoints,
    ...stuckSince(lease, checkpoints, observed.now),
    denials: denialViews(events),
    handOvers,
    usage: lease.usage,
    remaining,
  };
}

/** Whoever has begun, and has reached nothing since a while although something is open. */
function stuckSince(lease: Lease, checkpoints: readonly CheckpointView[], now: Date): { stuckSince?: string } {
  if (!openStates.has(lease.state) || checkpoints.every(({ reachedAt }) => reachedAt !== undefined)) return {};
  const begun = lease.history.find(({ state }) => state === "handed out" || state === "active")?.at;
  const latest = [begun, ...checkpoints.map(({ reachedAt }) => reachedAt)]
    .flatMap((at) => at ?? [])
    .sort()
    .at(-1);
  return latest !== undefined && now.getTime() - Date.parse(latest) > patience ? { stuckSince: latest } : {};
}
