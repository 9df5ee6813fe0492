import { keyOfFound, kindsInOrder, type Found } from "../inventory/found.ts";
import { administratorOf } from "../marks/administratorOf.ts";
import type { Marks } from "../marks/marksIn.ts";
import { bearsSuffix, isJournalled, type Claim } from "./claim.ts";

/** What is there, and whose it says it is. */
export interface Scene {
  readonly found: readonly Found[];
  readonly marks: Marks;
  /** Which key each alias leads to, both by the keys of what was found. */
  readonly aliased: ReadonlyMap<string, string>;
}

/**
 * What is to be removed of what is there, in the order in which it can be removed. Nothing of others:
 *
 * - what carries a mark must carry that of the claim, and, where it has a name, a name of the run's, or be named by the journal;
 * - what carries none must be named by the journal, exactly or by the run's suffix, or be an alias of such a name that leads to a
 *   key of the run's, or what AWS itself makes for such a name (log groups of functions, backups of tables).
 *
 * The administrator of the run is not among it: it removes the rest, and goes last.
 */
export function planSweep({ found, marks, aliased }: Scene, claim: Claim): readonly Found[] {
  const marked = found.filter((one) => isMarked(one, marks, claim));
  const keys = new Set(marked.map(keyOfFound));
  const hasParent = (one: Found) => {
    if (marks.has(keyOfFound(one)) || !bearsSuffix(one.name, claim.mark)) return false;
    if (one.kind === "alias") return keys.has(aliased.get(keyOfFound(one)) ?? "");
    return one.kind === "log group" || one.kind === "backup";
  };
  const isOurs = (one: Found) => keys.has(keyOfFound(one)) || hasParent(one) || isNamed(one, marks, claim);
  return found
    .filter((one) => isOurs(one) && !(one.kind === "user" && one.name === administratorOf(claim.mark)))
    .toSorted((a, b) => kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind));
}

function isMarked(one: Found, marks: Marks, { mark, journal }: Claim): boolean {
  if (marks.get(keyOfFound(one))?.run !== mark.run) return false;
  return (
    one.name === "" ||
    bearsSuffix(one.name, mark) ||
    (journal !== undefined && isJournalled(one.item, one.region, journal))
  );
}

/** Whoever wrote the journal meant it, even if they were killed before they could tag it. */
function isNamed(one: Found, marks: Marks, { mark, journal }: Claim): boolean {
  if (journal === undefined || marks.has(keyOfFound(one))) return false;
  return bearsSuffix(one.name, mark) || isJournalled(one.item, one.region, journal);
}
