import { UserError } from "../../errors/userError.ts";
import { wantedOrders, type Wish } from "../../sandboxes/accounts/wantedOrders.ts";
import type { ClassFolder } from "../../sandboxes/classes/classFolder.ts";
import { deployAll } from "../../sandboxes/deploy/deployAll.ts";
import { endAll } from "../../sandboxes/end/endAll.ts";
import { writeHandOuts } from "../../sandboxes/handover/writeHandOuts.ts";
import type { LeaseOrder } from "../../sandboxes/lease/lease.ts";
import { openStates, unmadeStates } from "../../sandboxes/lease/leaseState.ts";
import { rosterChange, type RosterChange } from "../../sandboxes/roster/rosterChange.ts";
import type { ChangePlace } from "../../sandboxes/terms/changeLease.ts";
import { ask } from "../ask.ts";
import { counted } from "../aws/counted.ts";
import { print, type Context } from "../context.ts";
import { proveAndTell } from "./prove.ts";
import { tellProgress } from "./tellProgress.ts";

/** Brings the sandboxes of a class to what its roster says, proves that they are isolated, and writes what is handed out. */
export async function applyRoster(
  { roster, accounts }: Wish,
  { change, yes }: { readonly change: ChangePlace; readonly yes: boolean },
  context: Context,
): Promise<void> {
  const { folder, record, places } = change;
  const known = standingOrders(folder);
  const orders = wantedOrders({ roster, accounts }, record, known);
  const changes = rosterChange(known, orders);
  const removed = changes.removed.map(({ id }) => id);
  await refuseLate(changes, change);
  await confirmRemoval(removed, yes, change, context);
  // From here on the class is there: what was refused before can be given again as it was.
  folder.record = record;
  folder.roster = roster;
  folder.accounts = accounts;
  await request(changes, change);
  if (removed.length > 0) {
    const reason = "the roster does not name them any more";
    await endAll({ record, folder, ids: removed, reason, hear: tellProgress("ended", context) }, places);
  }
  const ids = orders.map(({ id }) => id).filter((id) => unmadeStates.has(folder.leases.get(id).state));
  if (ids.length > 0) await deployAll({ record, folder, ids, hear: tellProgress("deployed", context) }, places);
  const isWhole = tellStates(change, context);
  const isIsolated = await proveAndTell(change, context);
  if (isIsolated) await writeAndTell(change, context);
  if (!isWhole || !isIsolated) context.finish(1);
}

/** What was ordered before and has not ended. */
export function standingOrders({ leases }: Pick<ClassFolder, "leases">): readonly LeaseOrder[] {
  const standing = leases.list().filter(({ state }) => state !== "ended");
  return standing.map(({ id }) => leases.orderOf(id));
}

async function writeAndTell(change: ChangePlace, context: Context): Promise<void> {
  const { folder, withheld } = await writeHandOuts(change);
  print(context, `Credentials: ${folder}, a folder or file for each sandbox.`);
  if (withheld.length === 0) return;
  print(context, `Not in clear beside what is encrypted: ${withheld.join(", ")}. keylab sandbox hand-out writes them.`);
}

async function confirmRemoval(
  removed: readonly string[],
  yes: boolean,
  { places }: ChangePlace,
  context: Context,
): Promise<void> {
  if (removed.length === 0 || yes) return;
  const what = `The roster does not name ${removed.join(", ")} any more: with ${removed.length === 1 ? "it" : "them"} everything in ${removed.length === 1 ? "it" : "them"} is removed`;
  if (context.stdin.isTTY !== true || context.stderr.isTTY !== true) {
    throw new UserError(`${what}, and there is no terminal to ask whether it may be.`, "Pass --yes if it may.");
  }
  if (!/^y(es)?$/i.test((await ask(`${what}. Go on? [y/N] `, places.home.place.signal, context)).trim())) {
    throw new UserError("Nothing was changed.", "Put them back on the roster.", 1);
  }
}

async function refuseLate({ added }: RosterChange, { record, places }: ChangePlace): Promise<void> {
  if (added.length === 0 || new Date(record.until) > (await places.home.place.target.now())) return;
  throw new UserError(
    `The class ${record.name} was over ${record.until}: nobody can join it any more.`,
    "End it with keylab sandbox end, or give --class with another name.",
  );
}

async function request({ added, changed }: RosterChange, { folder, record, places }: ChangePlace): Promise<void> {
  const at = await places.home.place.target.now();
  const until = new Date(record.until);
  for (const order of added) folder.leases.request(order, { at, until, reason: "the roster names them" });
  for (const { after } of changed) {
    folder.leases.write(after.id, { type: "students", at: at.toISOString(), students: after.students });
  }
}

/** Whether all of them stand. */
function tellStates({ folder }: ChangePlace, context: Context): boolean {
  const leases = folder.leases.list().filter(({ state }) => state !== "ended");
  const open = leases.filter(({ state }) => openStates.has(state));
  const others = leases.filter(({ state }) => !openStates.has(state));
  print(context, `${counted(open.length, "sandbox", "sandboxes")} of ${leases.length} stand.`);
  for (const { id, state, history } of others) print(context, `  ${id} ${state}: ${history.at(-1)?.reason ?? ""}`);
  return others.every(({ state }) => state === "frozen");
}
