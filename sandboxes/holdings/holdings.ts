import { foundOf, keyOfFound, kindsInOrder, type Found } from "../../runner/inventory/found.ts";
import { takeInventory } from "../../runner/inventory/takeInventory.ts";
import { keysOfAliases } from "../../runner/sweep/keysOfAliases.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import { boundaryPath } from "../blueprint/studentPath.ts";
import type { LeaseOrder } from "../lease/lease.ts";
import { taggedByStudents } from "./taggedByStudents.ts";

/** Whose the things in an account are. */
export interface Holdings {
  /** By the id of the lease, in the order in which they can be removed. */
  readonly ofLeases: ReadonlyMap<string, readonly Found[]>;
  /** Of nobody of the class. */
  readonly ofOthers: readonly Found[];
}

/** What tells whose something is. */
interface Signs {
  /** Pseudonyms by the keys of what was found. */
  readonly tagged: ReadonlyMap<string, string>;
  /** Aliases, as what was found, that lead to each key. */
  readonly aliasesOf: ReadonlyMap<string, readonly string[]>;
  /** Ids of leases by the ARNs of keys that were made there, as the audit trail tells. */
  readonly made: ReadonlyMap<string, string>;
}

/**
 * Whose everything is that sandboxes can hold, where a session looks: by name, by the student's tag, for a key by an alias of the sandbox's, and by who made
 * it as far as `made` tells.
 *
 * @param made ids of leases by the ARNs of keys. Default: nobody knows.
 */
export async function takeHoldings(
  session: Session,
  orders: readonly Pick<LeaseOrder, "id" | "pseudonym">[],
  made: Signs["made"] = new Map(),
): Promise<Holdings> {
  const [items, tagged, aliased] = await Promise.all([
    takeInventory([session]),
    taggedByStudents(session),
    keysOfAliases(session),
  ]);
  const found = [...items].flatMap((item) => foundOf(item, session.region) ?? []);
  const nameOf = new Map(found.map((one) => [keyOfFound(one), one.name]));
  const aliasesOf = new Map<string, string[]>();
  for (const [alias, key] of aliased) aliasesOf.set(key, [...(aliasesOf.get(key) ?? []), nameOf.get(alias) ?? ""]);
  return share(found, orders, { tagged, aliasesOf, made });
}

function share(
  found: readonly Found[],
  orders: readonly Pick<LeaseOrder, "id" | "pseudonym">[],
  signs: Signs,
): Holdings {
  const ofLeases = new Map<string, Found[]>(orders.map(({ id }) => [id, []]));
  const ofOthers: Found[] = [];
  const inOrder = found.toSorted((a, b) => kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind));
  const ids = new Map(orders.map(({ id, pseudonym }) => [pseudonym, id]));
  for (const one of inOrder) (ofLeases.get(ownerOf(one, [...ofLeases.keys()], ids, signs) ?? "") ?? ofOthers).push(one);
  return { ofLeases, ofOthers };
}

function ownerOf(
  one: Found,
  leases: readonly string[],
  byPseudonym: ReadonlyMap<string, string>,
  { tagged, aliasesOf, made }: Signs,
): string | undefined {
  if (one.kind === "policy" && one.item.includes(`:policy${boundaryPath}`)) return one.name;
  const bearer = (name: string) => leases.find((id) => name.startsWith(`${id}-`));
  // Functions write into log groups that are named after them.
  const named = bearer(one.name.replace(/^\/aws\/lambda\//, ""));
  if (named !== undefined) return named;
  const key = keyOfFound(one);
  const ofAlias = (aliasesOf.get(key) ?? []).flatMap((name) => bearer(name) ?? []);
  return byPseudonym.get(tagged.get(key) ?? "") ?? ofAlias[0] ?? made.get(one.item);
}
