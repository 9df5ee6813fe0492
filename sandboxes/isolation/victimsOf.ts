import type { Found } from "../../runner/inventory/found.ts";
import type { ClassHoldings } from "../holdings/classHoldings.ts";
import { abroad, crossingActions } from "./abroad.ts";
import type { Inmate } from "./inmate.ts";
import { partnersOf } from "./partnersOf.ts";
import { probes } from "./probes.ts";
import type { Probe } from "./probe.ts";

/** Something of somebody else's, and what is tried with it. */
export interface Victim {
  readonly found: Found;
  /** The lease whose it is; absent: of nobody of the class. */
  readonly whose?: string;
  readonly tries: readonly Probe[];
}

/** Whom everybody is tried against at most: of their own account, and once more of the other accounts. */
export const mostPartners = 30;
/** Things of nobody of the class that are tried, of each kind. */
const othersOfAKind = 3;

/**
 * On what everybody is tried: all that others of the same account have, what of nobody's of the class is in that account, and their own
 * boundary, which nobody may change; and of those in other accounts all that an ARN, or a name that is there once in the world, can tell.
 */
export function victimsOf(inmates: readonly Inmate[], holdings: ClassHoldings): ReadonlyMap<Inmate, readonly Victim[]> {
  const of = ({ order }: Inmate) => holdings.ofLeases.get(order.id) ?? [];
  const accounts = new Set(inmates.map(({ site }) => site.accountId));
  const neighbours = new Map(
    [...accounts].flatMap((id) => [
      ...partnersOf(
        inmates.filter(({ site }) => site.accountId === id),
        mostPartners,
      ),
    ]),
  );
  const anybody = partnersOf(inmates, inmates.length);
  const others = new Map([...holdings.othersIn].map(([id, found]) => [id, outsiders(found)]));
  return new Map(
    inmates.map((inmate) => [
      inmate,
      [
        ...(neighbours.get(inmate) ?? []).flatMap((one) => of(one).map((found) => asNeighbour(found, one.order.id))),
        ...(anybody.get(inmate) ?? [])
          .filter(({ site }) => site.accountId !== inmate.site.accountId)
          .slice(0, mostPartners)
          .flatMap((one) => of(one).flatMap((found) => asStranger(found, one))),
        ...(others.get(inmate.site.accountId) ?? []).map((found) => asNeighbour(found)),
        ...ownBoundary(inmate, of(inmate)),
      ],
    ]),
  );
}

function asNeighbour(found: Found, whose?: string): Victim {
  return { found, ...(whose !== undefined && { whose }), tries: probes[found.kind] ?? [] };
}

function asStranger(found: Found, { order, site }: Inmate): readonly Victim[] {
  const named = abroad(found, site);
  const tries = (probes[found.kind] ?? []).filter(({ action }) => crossingActions.has(action));
  return named ? [{ found: named, whose: order.id, tries }] : [];
}

/** Everybody may read their own boundary and nobody may change it. */
function ownBoundary({ order }: Inmate, own: readonly Found[]): readonly Victim[] {
  const tries = (probes.policy ?? []).filter(({ kind }) => kind === "change");
  return own
    .filter(({ kind, name }) => kind === "policy" && name === order.id)
    .map((found) => ({ found, whose: order.id, tries }));
}

function outsiders(found: readonly Found[]): readonly Found[] {
  const ofKind = new Map<string, number>();
  return found.filter(({ kind }) => {
    const count = (ofKind.get(kind) ?? 0) + 1;
    ofKind.set(kind, count);
    return count <= othersOfAKind;
  });
}
