import pMap from "p-map";
import type { Found } from "../../runner/inventory/found.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import { boundaryArn } from "../blueprint/studentBoundary.ts";
import type { Credential } from "../desk.ts";
import type { Holdings } from "../holdings/holdings.ts";
import type { LeaseOrder } from "../lease/lease.ts";
import { proofAgent, sessionAs, type Workplace } from "../workplace.ts";
import { escapes } from "./escapes.ts";
import { isDenied } from "./isDenied.ts";
import { partnersOf } from "./partnersOf.ts";
import { probes } from "./probes.ts";
import type { Probe } from "./probe.ts";

/** Somebody's sandbox, and as whom they act in it. */
export interface Inmate {
  readonly order: LeaseOrder;
  readonly partition: string;
  readonly accountId: string;
  /** The student's own administrator first. */
  readonly credentials: readonly Credential[];
}

/** Something that was not denied. */
export interface Break {
  /** The user, by name. */
  readonly who: string;
  readonly action: string;
  /** On what, or what they did. */
  readonly what: string;
  /** The lease whose it is; absent: of nobody of the class. */
  readonly whose?: string;
}

/** What came of it: how often was tried what, from whom towards whom. */
export interface IsolationMatrix {
  readonly attempts: number;
  readonly breaks: readonly Break[];
  /** Everybody against everybody, or against how many others each. */
  readonly partners: "everybody" | number;
}

/** Whom everybody is tried against at most. */
export const mostPartners = 30;
/** Things of nobody of the class that are tried, of each kind. */
const othersOfAKind = 3;
const callsAtATime = 16;

/**
 * Acts as everybody in every sandbox and tries to read, use, change and assume what others have: other sandboxes, and what in the account is nobody's
 * of the class, such as the instructor's own. And tries to get out: to lift the own boundary, to make something outside of the own names.
 *
 * @param administrator undoes what was possible and must not be
 */
export async function proveIsolation(
  inmates: readonly Inmate[],
  holdings: Holdings,
  { place, administrator }: { readonly place: Workplace; readonly administrator: Session },
): Promise<IsolationMatrix> {
  const partners = partnersOf(inmates, mostPartners);
  const others = outsiders(holdings.ofOthers);
  const matrices = await pMap(
    inmates,
    async (inmate) => {
      const victims = [
        ...(partners.get(inmate) ?? []).flatMap(({ order }) =>
          (holdings.ofLeases.get(order.id) ?? []).map((found) => ({ found, whose: order.id })),
        ),
        ...others.map((found) => ({ found, whose: undefined })),
        ...ownBoundary(inmate, holdings).map((found) => ({ found, whose: inmate.order.id })),
      ];
      return tryOut(inmate, victims, { place, administrator });
    },
    { concurrency: place.parallel, signal: place.signal },
  );
  return {
    attempts: matrices.reduce((sum, { attempts }) => sum + attempts, 0),
    breaks: matrices.flatMap(({ breaks }) => breaks),
    partners: inmates.length - 1 <= mostPartners ? "everybody" : mostPartners,
  };
}

interface Victim {
  readonly found: Found;
  readonly whose?: string;
}

function outsiders(found: readonly Found[]): readonly Found[] {
  const ofKind = new Map<string, number>();
  return found.filter(({ kind }) => {
    const count = (ofKind.get(kind) ?? 0) + 1;
    ofKind.set(kind, count);
    return count <= othersOfAKind;
  });
}

/** Everybody may read their own boundary and nobody may change it. */
function ownBoundary({ order }: Inmate, { ofLeases }: Holdings): readonly Found[] {
  return (ofLeases.get(order.id) ?? []).filter(({ kind, name }) => kind === "policy" && name === order.id);
}

async function tryOut(
  inmate: Inmate,
  victims: readonly Victim[],
  { place, administrator }: { readonly place: Workplace; readonly administrator: Session },
): Promise<Pick<IsolationMatrix, "attempts" | "breaks">> {
  const breaks: Break[] = [];
  let attempts = 0;
  for (const { userName, accessKeyId, secretAccessKey } of inmate.credentials) {
    const session = sessionAs(place, { accessKeyId, secretAccessKey }, proofAgent).retrying;
    try {
      const tries = victims.flatMap(({ found, whose }) =>
        probesFor(found, whose === inmate.order.id).map((probe) => ({ probe, found, whose })),
      );
      attempts += tries.length + escapes.length;
      await pMap(
        tries,
        async ({ probe: { action, ask }, found, whose }) => {
          if (await isDenied(async () => ask(session, found))) return;
          breaks.push({ who: userName, action, what: found.item, ...(whose !== undefined && { whose }) });
        },
        { concurrency: callsAtATime },
      );
      breaks.push(...(await tryEscapes(inmate, userName, { session, administrator })));
    } finally {
      session.close();
    }
  }
  return { attempts, breaks };
}

function probesFor({ kind }: Found, isOwn: boolean): readonly Probe[] {
  const all = probes[kind] ?? [];
  return isOwn ? all.filter((probe) => probe.kind === "change") : all;
}

async function tryEscapes(
  { order, partition, accountId }: Inmate,
  userName: string,
  { session, administrator }: { readonly session: Session; readonly administrator: Session },
): Promise<readonly Break[]> {
  const { id: lease, pseudonym } = order;
  const captive = { lease, pseudonym, userName, boundaryArn: boundaryArn({ partition, accountId, lease }) };
  const breaks: Break[] = [];
  for (const { action, what, ask, undo } of escapes) {
    if (await isDenied(async () => ask(session, captive))) continue;
    breaks.push({ who: userName, action, what });
    await undo?.(administrator, captive);
  }
  return breaks;
}
