import { UserError } from "../../errors/userError.ts";
import type { LeaseOrder } from "../lease/lease.ts";
import type { SandboxAccount } from "./sandboxAccount.ts";

/**
 * Gives an account to each sandbox that is new and has none in the roster: the next in the order of the table that nobody has. Those that are there already keep
 * what they have, and stay in the target's own account where they have none.
 *
 * @param known what was ordered before and has not ended
 * @throws UserError where accounts are too few, and where the roster or a sandbox that stands has one that is not in the table.
 */
export function assignAccounts(
  orders: readonly LeaseOrder[],
  known: readonly LeaseOrder[],
  accounts: readonly SandboxAccount[],
): readonly LeaseOrder[] {
  refuseUnlisted(orders, known, accounts);
  const before = new Set(known.map(({ id }) => id));
  const taken = new Set([...known, ...orders].flatMap(({ account }) => account ?? []));
  const free = accounts.filter(({ account }) => !taken.has(account));
  const isWanting = ({ id, account }: LeaseOrder) => account === undefined && !before.has(id);
  const missing = orders.filter(isWanting).length - free.length;
  if (missing > 0) throw tooFew(missing, { accounts: accounts.length, free: free.length });
  const next = free.values();
  return orders.map((order) => {
    if (before.has(order.id)) return order;
    const given = isWanting(order) ? next.next().value : accounts.find(({ account }) => account === order.account);
    if (!given) return order;
    const region = order.region ?? given.region;
    return { ...order, account: given.account, ...(region !== undefined && { region }) };
  });
}

function refuseUnlisted(
  orders: readonly LeaseOrder[],
  known: readonly LeaseOrder[],
  accounts: readonly SandboxAccount[],
): void {
  const listed = new Set(accounts.map(({ account }) => account));
  const isUnlisted = ({ account }: LeaseOrder) => account !== undefined && !listed.has(account);
  const standing = known.find(isUnlisted);
  if (standing) {
    throw new UserError(
      `The sandbox ${standing.id} is in the account ${standing.account ?? ""}, which is not in the table of accounts.`,
      "Put it back into the table: without its role nobody gets at the sandbox. Or end the sandbox first.",
    );
  }
  const wrong = orders.find(isUnlisted);
  if (!wrong) return;
  throw new UserError(
    `The roster has the account ${wrong.account ?? ""} for ${wrong.students.join(", ")}, which is not in the table of accounts.`,
    "Add it to the table, or leave it out of the roster.",
  );
}

function tooFew(missing: number, { accounts, free }: { readonly accounts: number; readonly free: number }): UserError {
  const count = missing === 1 ? "1 account is" : `${missing} accounts are`;
  return new UserError(
    `${count} missing: of the ${accounts} in the table of accounts ${free === 1 ? "1 is" : `${free} are`} free, and each new sandbox needs one of its own.`,
    "Add accounts to the table, or end sandboxes that are not needed any more.",
  );
}
