import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionLifetime } from "./sessions.ts";

/**
 * The cookie that one kind of session has. Instructors and students have cookies of their own, and so has each port, for browsers do
 * not tell ports apart: two classes on one machine do not sign each other's people out.
 */
export class SessionCookie {
  readonly #kind: string;
  readonly #isSecure: boolean;

  /** @param isSecure whether the page comes by TLS, and the cookie shall too */
  constructor(kind: "instructor" | "student", isSecure: boolean) {
    this.#kind = kind;
    this.#isSecure = isSecure;
  }

  /** The id that a request brings along. */
  read(request: FastifyRequest): string | undefined {
    const name = this.#name(request);
    const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
    return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  }

  set(request: FastifyRequest, reply: FastifyReply, id: string): void {
    this.#send(request, reply, id, sessionLifetime / 1000);
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    this.#send(request, reply, "", 0);
  }

  #send(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
    const attributes = ["Path=/", `Max-Age=${seconds}`, "HttpOnly", "SameSite=Strict"];
    if (this.#isSecure) attributes.push("Secure");
    void reply.header("set-cookie", [`${this.#name(request)}=${value}`, ...attributes].join("; "));
  }

  #name(request: FastifyRequest): string {
    // Browsers take such a name only from the host itself, and by TLS.
    return `${this.#isSecure ? "__Host-" : ""}keylab-${this.#kind}-${request.socket.localPort ?? 0}`;
  }
}
