import type { Administrators } from "../administrators.ts";
import type { Found } from "../inventory/found.ts";
import { readRefusal } from "../readRefusal.ts";
import { removeFound } from "./removeFound.ts";

/**
 * Tries to remove each thing, one after the other. Once a key cannot be removed for lack of permission, users and roles stay: one may be its only owner.
 *
 * @returns why what could not be removed could not, as clauses
 */
export async function removeOnce(
  planned: readonly Found[],
  administrators: Administrators,
): Promise<ReadonlyMap<string, string>> {
  const failed = new Map<string, string>();
  const owners = planned.filter(isOwner).map(({ item }) => item);
  let locked: string | undefined;
  for (const found of planned) {
    if (locked !== undefined && isOwner(found)) {
      failed.set(found.item, `it may be the only owner of ${locked}`);
      continue;
    }
    try {
      await removeFound(administrators.in(found.region).retrying, found, owners);
    } catch (error) {
      failed.set(found.item, error instanceof Error ? error.message : String(error));
      if (found.kind === "key" && readRefusal(error)?.denial) locked = found.item;
    }
  }
  return failed;
}

function isOwner({ kind }: Found): boolean {
  return kind === "role" || kind === "user";
}
