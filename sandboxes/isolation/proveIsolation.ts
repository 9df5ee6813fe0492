import pMap from "p-map";
import type { Session } from "../../scenarios/contract/session.ts";
import { boundaryArn } from "../blueprint/studentBoundary.ts";
import type { Credential } from "../desk.ts";
import type { ClassHoldings } from "../holdings/classHoldings.ts";
import { proofAgent, sessionAs, type Workplace } from "../workplace.ts";
import { checkEntry } from "./checkEntry.ts";
import { escapes } from "./escapes.ts";
import type { Inmate } from "./inmate.ts";
import { isDenied } from "./isDenied.ts";
import { mostPartners, victimsOf, type Victim } from "./victimsOf.ts";

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

const callsAtATime = 16;

/**
 * Acts as everybody in every sandbox and tries to read, use, change and assume what others have: other sandboxes, in the same account and in others, and
 * what in the account is nobody's of the class, such as the instructor's own. And tries to get out: to lift the own boundary, to make something outside of
 * the own names.
 */
export async function proveIsolation(
  inmates: readonly Inmate[],
  holdings: ClassHoldings,
  { parallel, signal }: Pick<Workplace, "parallel" | "signal">,
): Promise<IsolationMatrix> {
  const victims = victimsOf(inmates, holdings);
  const matrices = await pMap(inmates, async (inmate) => tryOut(inmate, victims.get(inmate) ?? []), {
    concurrency: parallel,
    signal,
  });
  return {
    attempts: matrices.reduce((sum, { attempts }) => sum + attempts, 0),
    breaks: matrices.flatMap(({ breaks }) => breaks),
    partners: inmates.length - 1 <= mostPartners ? "everybody" : mostPartners,
  };
}

type Outcome = Pick<IsolationMatrix, "attempts" | "breaks">;

async function tryOut(inmate: Inmate, victims: readonly Victim[]): Promise<Outcome> {
  const breaks: Break[] = [];
  let attempts = 0;
  const { patience } = inmate.site.place.target;
  for (const [index, credential] of inmate.credentials.entries()) {
    const sessions = new RegionalSessions(inmate, credential);
    try {
      const tries = victims.flatMap(({ found, whose, tries }) => tries.map((probe) => ({ probe, found, whose })));
      if (index === 0) await checkEntry(sessions.in(inmate.site.region), credential.userName, patience);
      attempts += tries.length + escapes.length;
      await pMap(
        tries,
        async ({ probe: { action, ask }, found, whose }) => {
          if (await isDenied(async () => ask(sessions.in(found.region), found), patience)) return;
          breaks.push({ who: credential.userName, action, what: found.item, ...(whose !== undefined && { whose }) });
        },
        { concurrency: callsAtATime },
      );
      breaks.push(...(await tryEscapes(inmate, credential.userName, sessions.in(inmate.site.region))));
    } finally {
      sessions.close();
    }
  }
  return { attempts, breaks };
}

/** Somebody of a sandbox in every region in which something is that they are tried on: elsewhere it is not there, and nobody is denied it. */
class RegionalSessions {
  readonly #inmate: Inmate;
  readonly #credential: Credential;
  readonly #byRegion = new Map<string, Session>();

  constructor(inmate: Inmate, credential: Credential) {
    this.#inmate = inmate;
    this.#credential = credential;
  }

  in(region: string): Session {
    const known = this.#byRegion.get(region);
    if (known) return known.retrying;
    const { accessKeyId, secretAccessKey } = this.#credential;
    const settings = { customUserAgent: proofAgent, region };
    const session = sessionAs(this.#inmate.site.place, { accessKeyId, secretAccessKey }, settings);
    this.#byRegion.set(region, session);
    return session.retrying;
  }

  close(): void {
    for (const session of this.#byRegion.values()) session.close();
  }
}

async function tryEscapes({ order, site }: Inmate, userName: string, session: Session): Promise<readonly Break[]> {
  const { id: lease, pseudonym } = order;
  const { patience } = site.place.target;
  const captive = { lease, pseudonym, userName, boundaryArn: boundaryArn({ ...site, lease }) };
  const breaks: Break[] = [];
  for (const { action, what, ask, undo } of escapes) {
    if (await isDenied(async () => ask(session, captive), patience)) continue;
    breaks.push({ who: userName, action, what });
    await undo?.(site.administrator, captive);
  }
  return breaks;
}
