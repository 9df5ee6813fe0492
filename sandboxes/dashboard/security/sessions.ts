import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";

/** How long somebody stays signed in, in milliseconds. */
export const sessionLifetime = 12 * 60 * 60_000;

/** More than a class ever has; whoever signed in first is signed out then. */
const maximumSessions = 2000;

/** Somebody who is signed in. */
export interface Session<Who> {
  readonly who: Who;
  /** What changes have to bring along in a header: a page elsewhere does not know it, though the browser sends it the cookie. */
  readonly token: string;
  readonly expires: number;
}

/**
 * Who is signed in. What the browser keeps is random and means nothing: all that it stands for is here. It is looked up by its hash,
 * so that the time of a look-up says nothing of the ids of others.
 */
export class Sessions<Who> {
  readonly #clock: Clock;
  readonly #sessions = new Map<string, Session<Who>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Signs somebody in. The id, of 256 bits, is for the browser's cookie. */
  open(who: Who): { readonly id: string; readonly session: Session<Who> } {
    this.#forgetExpired();
    const [first] = this.#sessions.keys();
    if (this.#sessions.size >= maximumSessions && first !== undefined) this.#sessions.delete(first);
    const id = secret();
    const session = { who, token: secret(), expires: this.#clock() + sessionLifetime };
    this.#sessions.set(hash(id), session);
    return { id, session };
  }

  /** Who has this id. Nothing where nobody does, or not any more. */
  find(id: string): Session<Who> | undefined {
    const session = this.#sessions.get(hash(id));
    return session !== undefined && session.expires > this.#clock() ? session : undefined;
  }

  close(id: string): void {
    this.#sessions.delete(hash(id));
  }

  #forgetExpired(): void {
    const now = this.#clock();
    for (const [key, { expires }] of this.#sessions) if (expires <= now) this.#sessions.delete(key);
  }
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}

function hash(id: string): string {
  return createHash("sha256").update(id).digest("base64");
}
