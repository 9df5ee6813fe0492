import { UserError } from "../../errors/userError.ts";
import type { ClassDesk } from "../classDesk.ts";
import type { Limits } from "../classes/classRecord.ts";
import type { Progress } from "../deploy/deployAll.ts";
import { endAll } from "../end/endAll.ts";
import type { Lease } from "../lease/lease.ts";
import { openStates, unmadeStates } from "../lease/leaseState.ts";
import { freezeLease, type ChangePlace } from "../terms/changeLease.ts";

/**
 * Looks after the sandboxes of a class once: writes down what students have reached, freezes those that use more than they may, and ends those whose time is
 * over, whose ending was interrupted, or could not be carried out before.
 */
export async function watchOnce(
  change: ChangePlace,
  desk: Pick<ClassDesk, "observe">,
  hear: (progress: Progress) => void,
): Promise<void> {
  const { folder, record, places } = change;
  const { now } = await desk.observe();
  for (const lease of folder.leases.list()) {
    const excess = openStates.has(lease.state) ? excessOf(lease, record.limits) : undefined;
    if (excess !== undefined && !isOver(lease, now)) {
      const problem = await freezeLease(lease.id, excess, change).then(() => undefined, toldProblem);
      const state = folder.leases.get(lease.id).state;
      hear({ lease: lease.id, state, reason: problem ?? excess, done: 1, of: 1 });
    }
  }
  const over = folder.leases.list().filter((lease) => isOver(lease, now));
  for (const { id, state } of over) {
    if (mayExpire.has(state)) folder.leases.lead(id, "expired", { at: now, reason: "its time is over" });
  }
  const ids = folder.leases
    .list()
    .filter((lease) => toEnd.has(lease.state) || (unmadeStates.has(lease.state) && isOver(lease, now)))
    .map(({ id }) => id);
  if (ids.length > 0) await endAll({ record, folder, ids, reason: "its time is over", hear }, places);
}

/** An account that is shut must not keep Keylab from looking after the others. */
function toldProblem(error: unknown): string {
  if (error instanceof UserError) return `it cannot be frozen: ${error.message}`;
  throw error;
}

const mayExpire: ReadonlySet<Lease["state"]> = new Set<Lease["state"]>(["ready", "handed out", "active", "frozen"]);
const toEnd: ReadonlySet<Lease["state"]> = new Set<Lease["state"]>(["expired", "ending", "quarantined"]);

function isOver({ until }: Lease, now: Date): boolean {
  return Date.parse(until) <= now.getTime();
}

/** Of what a sandbox has more than it may, as a clause. */
function excessOf({ usage }: Lease, limits: Limits): string | undefined {
  const [what] = (["keys", "tables", "requests"] as const).filter((each) => usage[each] > limits[each]);
  return what === undefined ? undefined : `it has ${usage[what]} ${what}, and may have ${limits[what]}`;
}
