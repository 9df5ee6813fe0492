import { readCredentials } from "../handover/credentialsRecord.ts";
import { takeHoldings } from "../holdings/holdings.ts";
import { openStates } from "../lease/leaseState.ts";
import type { ChangePlace } from "../terms/changeLease.ts";
import { proveIsolation, type Break, type IsolationMatrix } from "./proveIsolation.ts";

/** Proves that the sandboxes of a class in which students can work are isolated from each other, and writes down what came of it. */
export async function proveClass({ folder, record, place, administrator }: ChangePlace): Promise<IsolationMatrix> {
  const leases = folder.leases.list().filter(({ state }) => state !== "ended");
  const holdings = await takeHoldings(administrator, leases);
  const open = leases.filter(({ state }) => openStates.has(state));
  const { partition, accountId } = record;
  const inmates = open.map((order) => {
    const credentials = readCredentials(folder.leases.folderOf(order.id));
    if (!credentials) throw new Error(`The credentials of ${order.id} are not in its folder.`);
    return { order, partition, accountId, credentials };
  });
  const matrix = await proveIsolation(inmates, holdings, { place, administrator });
  folder.isolation = {
    at: (await place.target.now()).toISOString(),
    leases: open.map(({ id }) => id),
    attempts: matrix.attempts,
    breaks: matrix.breaks.map(breakText),
  };
  return matrix;
}

/** A break as a sentence. */
export function breakText({ who, action, what, whose }: Break): string {
  const owner = whose === undefined ? "" : ` of ${whose}`;
  return `${who} is not denied ${action}: ${what}${owner}.`;
}
