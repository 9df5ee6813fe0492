import pMap from "p-map";
import { foundOf, keyOfFound } from "../../runner/inventory/found.ts";
import { isLacking } from "../../runner/isLacking.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import type { VisibleList, VisibleNames } from "../classes/classRecord.ts";
import type { ClassHoldings } from "../holdings/classHoldings.ts";
import type { Inmate } from "./inmate.ts";
import { isDenied, type Waiting } from "./isDenied.ts";
import { listings, type Listing } from "./listings.ts";
import { RegionalSessions } from "./regionalSessions.ts";

const callsAtATime = 4;

/**
 * Looks, in each account and region as the first student there, what the calls that list names show of others.
 *
 * @throws what is no answer of AWS.
 */
export async function visibleNames(
  inmates: readonly Inmate[],
  holdings: ClassHoldings,
): Promise<readonly VisibleNames[]> {
  const owners = ownersOf(holdings);
  const firsts = new Map(inmates.toReversed().map((one) => [`${one.site.accountId} ${one.site.region}`, one]));
  return pMap([...firsts.values()].toReversed(), async (inmate) => lookAs(inmate, owners), {
    concurrency: callsAtATime,
  });
}

async function lookAs(inmate: Inmate, owners: ReadonlyMap<string, string>): Promise<VisibleNames> {
  const { order, site, credentials } = inmate;
  const [credential] = credentials;
  if (!credential) throw new Error(`Nobody can work in ${order.id}.`);
  const sessions = new RegionalSessions(inmate, credential);
  try {
    const session = sessions.in(site.region);
    const { patience } = site.place.target;
    const lists = await pMap(
      listings,
      async (listing) => {
        const { answer, items } = await ask(listing, session, patience);
        const whose = items.map((item) => ownerOf(item, site.region, owners));
        const ofOthers = whose.filter((owner) => owner !== undefined && owner !== order.id).length;
        const ofNobody = whose.filter((owner) => owner === undefined).length;
        return { action: listing.action, what: listing.what, answer, ofOthers, ofNobody };
      },
      { concurrency: callsAtATime },
    );
    return { accountId: site.accountId, region: site.region, as: credential.userName, lists };
  } finally {
    sessions.close();
  }
}

async function ask(
  { list }: Listing,
  session: Session,
  waiting: Waiting,
): Promise<{ readonly answer: VisibleList["answer"]; readonly items: readonly string[] }> {
  let answer: VisibleList["answer"] = "listed";
  let items: readonly string[] = [];
  const look = async () => {
    try {
      items = await list(session);
    } catch (error) {
      if (!isLacking(error)) throw error;
      answer = "lacking";
    }
  };
  return (await isDenied(look, waiting)) ? { answer: "denied", items: [] } : { answer, items };
}

/** Ids of leases by the keys of what was found. */
function ownersOf({ ofLeases }: ClassHoldings): ReadonlyMap<string, string> {
  return new Map([...ofLeases].flatMap(([id, found]) => found.map((one) => [keyOfFound(one), id] as const)));
}

function ownerOf(item: string, region: string, owners: ReadonlyMap<string, string>): string | undefined {
  const found = foundOf(item, region);
  return found && owners.get(keyOfFound(found));
}
