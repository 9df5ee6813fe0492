import pMap from "p-map";
import type { Session } from "../../scenarios/contract/session.ts";
import { boundaryArn } from "../blueprint/studentBoundary.ts";
import type { ClassHoldings } from "../holdings/classHoldings.ts";
import type { Workplace } from "../workplace.ts";
import { checkEntry } from "./checkEntry.ts";
import { escapes } from "./escapes.ts";
import type { Inmate } from "./inmate.ts";
import { isDenied } from "./isDenied.ts";
import type { IsolationMatrix, MatrixRow } from "./isolationMatrix.ts";
import { matrixRow, type Attempt } from "./matrixRow.ts";
import { RegionalSessions } from "./regionalSessions.ts";
import { mostPartners, victimsOf, type Victim } from "./victimsOf.ts";
import { visibleNames } from "./visibleNames.ts";

const callsAtATime = 16;

/**
 * Acts as everybody in every sandbox and tries to read, use, change and assume what others have: other sandboxes, in the same account and in others, and
 * what in the account is nobody's of the class, such as the instructor's own. And tries to get out: to lift the own boundary, to make something outside of
 * the own names. What everybody sees by name is looked at, too: it is no break.
 */
export async function proveIsolation(
  inmates: readonly Inmate[],
  holdings: ClassHoldings,
  { parallel, signal }: Pick<Workplace, "parallel" | "signal">,
): Promise<IsolationMatrix> {
  const victims = victimsOf(inmates, holdings);
  const parts = await pMap(inmates, async (inmate) => tryOut(inmate, victims.get(inmate) ?? []), {
    concurrency: parallel,
    signal,
  });
  return {
    attempts: parts.reduce((sum, { attempts }) => sum + attempts, 0),
    breaks: parts.flatMap(({ breaks }) => breaks),
    partners: inmates.length - 1 <= mostPartners ? "everybody" : mostPartners,
    rows: parts.map(({ row }) => row),
    visible: await visibleNames(inmates, holdings),
  };
}

interface Part extends Pick<IsolationMatrix, "attempts" | "breaks"> {
  readonly row: MatrixRow;
}

async function tryOut(inmate: Inmate, victims: readonly Victim[]): Promise<Part> {
  const attempts: Attempt[] = [];
  const { patience } = inmate.site.place.target;
  const lease = inmate.order.id;
  for (const [index, credential] of inmate.credentials.entries()) {
    const sessions = new RegionalSessions(inmate, credential);
    const who = credential.userName;
    try {
      const tries = victims.flatMap(({ found, whose, tries }) => tries.map((probe) => ({ probe, found, whose })));
      if (index === 0) await checkEntry(sessions.in(inmate.site.region), who, patience);
      const tried = await pMap(
        tries,
        async ({ probe: { action, kind, ask }, found, whose }) => {
          const denied = await isDenied(async () => ask(sessions.in(found.region), found), patience);
          const about = { who, lease, kind, action, what: found.item, ...(whose !== undefined && { whose }) };
          return { ...about, isDenied: denied };
        },
        { concurrency: callsAtATime },
      );
      attempts.push(...tried, ...(await tryEscapes(inmate, who, sessions.in(inmate.site.region))));
    } finally {
      sessions.close();
    }
  }
  const breaks = attempts.flatMap(({ isDenied: denied, ...about }) => (denied ? [] : [about]));
  return { attempts: attempts.length, breaks, row: matrixRow(lease, attempts) };
}

async function tryEscapes({ order, site }: Inmate, userName: string, session: Session): Promise<readonly Attempt[]> {
  const { id: lease, pseudonym } = order;
  const { patience } = site.place.target;
  const captive = { lease, pseudonym, userName, boundaryArn: boundaryArn({ ...site, lease }) };
  const attempts: Attempt[] = [];
  for (const { action, what, ask, undo } of escapes) {
    const denied = await isDenied(async () => ask(session, captive), patience);
    attempts.push({ who: userName, lease, kind: "escape", action, what, isDenied: denied });
    if (!denied) await undo?.(site.administrator, captive);
  }
  return attempts;
}
