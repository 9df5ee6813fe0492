import { setTimeout } from "node:timers/promises";
import { readCredentials } from "../handover/credentialsRecord.ts";
import { takeClassHoldings } from "../holdings/classHoldings.ts";
import type { Lease } from "../lease/lease.ts";
import { openStates } from "../lease/leaseState.ts";
import { occupiedSites } from "../places/occupiedSites.ts";
import type { ChangePlace } from "../terms/changeLease.ts";
import type { Break, IsolationMatrix } from "./isolationMatrix.ts";
import { isolationSums } from "./isolationSums.ts";
import { proveIsolation } from "./proveIsolation.ts";

/**
 * Proves that the sandboxes of a class in which students can work are isolated from each other, and writes down what came of it.
 *
 * @throws UserError where an account in which students can work cannot be entered: nothing is proved of it.
 */
export async function proveClass({ folder, places }: ChangePlace): Promise<IsolationMatrix> {
  const leases = folder.leases.list().filter(({ state }) => state !== "ended");
  const { open: sites, closed } = await occupiedSites<Lease>(places, leases);
  const shut = closed.find(({ here }) => here.some(({ state }) => openStates.has(state)));
  if (shut) throw shut.problem;
  const holdings = await takeClassHoldings(sites);
  const open = leases.filter(({ state }) => openStates.has(state));
  const inmates = open.flatMap((order) => {
    const site = sites.find(({ here }) => here.includes(order))?.site;
    const credentials = readCredentials(folder.leases.folderOf(order.id));
    if (!credentials) throw new Error(`The credentials of ${order.id} are not in its folder.`);
    return site ? [{ order, site, credentials }] : [];
  });
  const { place } = places.home;
  // What was changed a moment ago may be answered as before until then.
  await setTimeout(place.target.patience.settle, undefined, { signal: place.signal });
  const matrix = await proveIsolation(inmates, holdings, place);
  const at = (await place.target.now()).toISOString();
  const before = folder.isolation;
  folder.isolation = {
    at,
    firstAt: before ? before.firstAt : at,
    leases: open.map(({ id }) => id),
    attempts: matrix.attempts,
    breaks: matrix.breaks.map(breakText),
    sums: isolationSums(matrix.rows),
    visible: matrix.visible,
  };
  return matrix;
}

/** A break as a sentence. */
export function breakText({ who, action, what, whose }: Break): string {
  const owner = whose === undefined ? "" : ` of ${whose}`;
  return `${who} is not denied ${action}: ${what}${owner}.`;
}
