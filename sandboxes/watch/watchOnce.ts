import { UserError } from "../../errors/userError.ts";
import { withLock } from "../../runner/withLock.ts";
import type { ClassDesk } from "../classDesk.ts";
import type { Limits } from "../classes/classRecord.ts";
import type { Progress } from "../deploy/deployAll.ts";
import { endAll } from "../end/endAll.ts";
import type { Lease } from "../lease/lease.ts";
import { openStates } from "../lease/leaseState.ts";
import { lockOf } from "../lease/lockOf.ts";
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
  for (const { id } of folder.leases.list().filter((lease) => isOver(lease, now))) await expire(id, change);
  const ids = folder.leases.list().flatMap((lease) => (isDue(lease, now) ? [lease.id] : []));
  if (ids.length > 0) await endAll({ record, folder, ids, reason: "its time is over", hear, isDue }, places);
}

/** Writes down that the time of a sandbox is over, so that whoever looks sees it before its turn comes. Not while somebody works on it, who may be putting off its end. */
async function expire(id: string, { folder: { leases }, places }: ChangePlace): Promise<void> {
  await withLock(lockOf(leases.folderOf(id)), async () => {
    const at = await places.home.place.target.now();
    const lease = leases.get(id);
    if (!mayExpire.has(lease.state) || !isOver(lease, at)) return;
    leases.lead(id, "expired", { at, reason: "its time is over" });
  });
}

/** An account that is shut must not keep Keylab from looking after the others. */
function toldProblem(error: unknown): string {
  if (error instanceof UserError) return `it cannot be frozen: ${error.message}`;
  throw error;
}

const mayExpire: ReadonlySet<Lease["state"]> = new Set<Lease["state"]>(["ready", "handed out", "active", "frozen"]);
const wasBegun: ReadonlySet<Lease["state"]> = new Set<Lease["state"]>(["ending", "quarantined"]);

/** One whose ending was begun is ended whatever its time is by now: what is left of it is of no use. */
function isDue(lease: Lease, now: Date): boolean {
  return wasBegun.has(lease.state) || (lease.state !== "ended" && isOver(lease, now));
}

function isOver({ until }: Lease, now: Date): boolean {
  return Date.parse(until) <= now.getTime();
}

/** Of what a sandbox has more than it may, as a clause. */
function excessOf({ usage }: Lease, limits: Limits): string | undefined {
  const [what] = (["keys", "tables", "requests"] as const).filter((each) => usage[each] > limits[each]);
  return what === undefined ? undefined : `it has ${usage[what]} ${what}, and may have ${limits[what]}`;
}
