import type { Session } from "../../scenarios/contract/session.ts";
import type { Credential } from "../desk.ts";
import { proofAgent, sessionAs } from "../workplace.ts";
import type { Inmate } from "./inmate.ts";

/** Somebody of a sandbox in every region in which something is that they are tried on: elsewhere it is not there, and nobody is denied it. To be closed. */
export class RegionalSessions {
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
