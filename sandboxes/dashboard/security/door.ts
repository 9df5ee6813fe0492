import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import { sameText } from "./sameText.ts";
import type { SessionCookie } from "./sessionCookie.ts";
import type { Session, Sessions } from "./sessions.ts";

/** The header in which a change brings along its session's token. */
export const tokenHeader = "x-keylab-token";

/** Lets people of one kind in, and knows them again. Who came in by another door is a stranger here. */
export class Door<Who> {
  readonly #sessions: Sessions<Who>;
  readonly #cookie: SessionCookie;

  constructor(sessions: Sessions<Who>, cookie: SessionCookie) {
    this.#sessions = sessions;
    this.#cookie = cookie;
  }

  /** Signs somebody in, and out of what their browser had before. */
  enter(request: FastifyRequest, reply: FastifyReply, who: Who): void {
    this.expel(request);
    this.#cookie.set(request, reply, this.#sessions.open(who).id);
  }

  /** Signs out whoever asks. */
  leave(request: FastifyRequest, reply: FastifyReply): void {
    this.expel(request);
    this.#cookie.clear(request, reply);
  }

  /** Who asks. Nothing where they are not signed in. */
  find(request: FastifyRequest): Session<Who> | undefined {
    const id = this.#cookie.read(request);
    return id === undefined ? undefined : this.#sessions.find(id);
  }

  /** Who asks to see something. Throws a Refusal where they are not signed in. */
  visitor(request: FastifyRequest): Session<Who> {
    const session = this.find(request);
    if (session !== undefined) return session;
    throw new Refusal(401, "You are not signed in.", "Sign in again.");
  }

  /** Who asks for a change. Throws a Refusal where they are not signed in, or where a page elsewhere may have sent it. */
  actor(request: FastifyRequest): Session<Who> {
    const session = this.visitor(request);
    const token = request.headers[tokenHeader];
    if (typeof token === "string" && sameText(token, session.token)) return session;
    throw new Refusal(403, "The request did not come from the page that you signed in to.", "Reload the page.");
  }

  /** Signs out whoever sent a request, and leaves their browser its cookie, which is worth nothing now. */
  expel(request: FastifyRequest): void {
    const id = this.#cookie.read(request);
    if (id !== undefined) this.#sessions.close(id);
  }
}
