import type { ClassRecord } from "../classes/classRecord.ts";
import type { ClassView, LeaseView } from "../desk.ts";
import type { LeftFile } from "../handover/leftFile.ts";
import type { PendingKey } from "./pendingKeys.ts";

/** What is said of a class when it has ended. Nothing in it is secret; the students are named. */
export interface ClassReport {
  readonly class: string;
  readonly workshop: string;
  readonly target: string;
  readonly accountId: string;
  readonly began: string;
  readonly ended: string;
  readonly leases: readonly ReportedLease[];
  /** What is still there of all of them, with what a human can do about it. */
  readonly remaining: readonly { readonly lease: string; readonly item: string; readonly reason: string }[];
  readonly pendingKeys: readonly PendingKey[];
  /** Files that were handed out and could not be deleted: the credentials in them open nothing any more. */
  readonly handOuts: readonly LeftFile[];
  /** In USD, about. */
  readonly cost: number;
}

/** What is said of a sandbox. */
export interface ReportedLease extends Pick<LeaseView, "id" | "students" | "group" | "state"> {
  readonly accountId: string;
  readonly region: string;
  /** Titles, with the time at which each was reached. Absent: it was not. */
  readonly checkpoints: readonly { readonly title: string; readonly reachedAt?: string }[];
  readonly cost: number;
}

/**
 * @param view of the class after its end
 * @param left what is left beside it
 */
export function classReport(
  record: ClassRecord,
  view: ClassView,
  left: Pick<ClassReport, "pendingKeys" | "handOuts">,
): ClassReport {
  const leases = view.leases.map(({ id, students, group, account, region, state, checkpoints, usage }) => ({
    id,
    students,
    ...(group !== undefined && { group }),
    accountId: account ?? record.accountId,
    region: region ?? record.region,
    state,
    checkpoints: checkpoints.map(({ title, reachedAt }) => ({ title, ...(reachedAt !== undefined && { reachedAt }) })),
    cost: usage.estimatedCost,
  }));
  return {
    class: record.name,
    workshop: record.workshop,
    target: record.target,
    accountId: record.accountId,
    began: record.created,
    ended: view.now,
    leases,
    remaining: view.leases.flatMap(({ id, remaining }) => remaining.map((one) => ({ lease: id, ...one }))),
    ...left,
    cost: Math.round(leases.reduce((sum, { cost }) => sum + cost, 0) * 100) / 100,
  };
}
