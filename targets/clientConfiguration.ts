import type { ClientConfiguration, Credentials } from "../runner/target.ts";

/** An endpoint that speaks AWS, and the region that requests name. */
export interface Place {
  readonly endpoint: string;
  readonly region: string;
}

/** The settings of a client that talks to an endpoint and to nothing else, whatever the environment says. */
export function clientConfiguration(place: Place, credentials: Credentials): ClientConfiguration {
  return { ...place, credentials, maxAttempts: 1 };
}
