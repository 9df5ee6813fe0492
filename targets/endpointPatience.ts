import type { Patience } from "../runner/waiting/patience.ts";
import { awsStatus } from "./awsStatus.ts";
import { longestDelay } from "./longestDelay.ts";

/** What others have at an embedded AWS, and what some do on their own, may take its time. */
const eventually = { eventually: 60_000, pause: 1_000 };

/** How an endpoint comes to see what has changed. */
export interface EndpointPatience extends Patience {
  /** How long a new user, or a new policy of one, may be unknown. Milliseconds. */
  readonly identities: number;
}

/**
 * Nothing is known of how it comes to see changes: the first answer counts. What local servers do on their own they do at once, or
 * never: a run that waited for each of those as long as for AWS would take hours.
 */
export const unknownPatience: EndpointPatience = {
  identities: 0,
  settle: 0,
  answers: 1,
  limit: 0,
  eventually: 5_000,
  pause: 200,
};

const immediate = { identities: 0, settle: 0, answers: 1 };

/** How long others' tables and the like may take to be ready: the same holds. Milliseconds. */
export const unknownReadiness = 20_000;

/** Chaos and quotas refuse what is allowed. Longer than any quota of KMS, which are of seconds. Milliseconds. */
const longestHindrance = 10_000;

/**
 * How long answers of an embedded AWS may be late: as long as its changes may take to be seen (`--lag`), and as chaos or quotas
 * may hold them up.
 */
export async function embeddedPatience(embedded: Parameters<typeof awsStatus>[0]): Promise<EndpointPatience> {
  const { lag, chaos, requestQuotas } = await awsStatus(embedded);
  const hindrance = chaos !== null || requestQuotas ? longestHindrance : 0;
  if (lag === null) return { ...immediate, limit: hindrance, ...eventually };
  const settle = longestDelay(lag.delays);
  const identities = lag.delays.iam?.to ?? 0;
  return { identities, settle, answers: 2, limit: settle + Math.max(hindrance, 1_000), ...eventually, pause: 200 };
}
