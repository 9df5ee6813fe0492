import type { Patience } from "../runner/waiting/patience.ts";
import { awsStatus } from "./awsStatus.ts";
import { longestDelay } from "./longestDelay.ts";

/** What others have at an endpoint, and what some do on their own, may take its time. */
const eventually = { eventually: 60_000, pause: 1_000 };

/** How an endpoint comes to see what has changed. */
export interface EndpointPatience extends Patience {
  /** How long a new user, or a new policy of one, may be unknown. Milliseconds. */
  readonly identities: number;
}

/** Nothing is known of how it comes to see changes: the first answer counts. */
export const unknownPatience: EndpointPatience = { identities: 0, settle: 0, answers: 1, limit: 0, ...eventually };

/**
 * How long answers of an embedded AWS may be late: as long as its changes may take to be seen (`--lag`), and as chaos may hold
 * them up.
 */
export async function embeddedPatience(embedded: Parameters<typeof awsStatus>[0]): Promise<EndpointPatience> {
  const { lag, chaos } = await awsStatus(embedded);
  const delays = lag?.delays ?? {};
  const identities = delays.iam?.to ?? 0;
  const settle = longestDelay(delays);
  if (settle === 0 && chaos === null) return unknownPatience;
  return { identities, settle, answers: 2, limit: settle + (chaos === null ? 1_000 : 10_000), ...eventually, pause: 200 };
}
