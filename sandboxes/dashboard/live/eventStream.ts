import type { FastifyReply } from "fastify";
import { securityHeaders } from "../security/securityHeaders.ts";

/** What somebody has not read yet may grow to this many bytes. */
const maximumBacklog = 4 * 1024 * 1024;

/**
 * A line that stays open, on which the browser hears of events. Source: Server-sent events (HTML Standard, 9.2).
 */
export class EventStream {
  readonly #reply: FastifyReply;
  readonly #isWanted: () => boolean;

  /**
   * @param isWanted asked before anything is sent; the line ends as soon as it is not
   * @param beatEvery how often it is shown that the line is up, in milliseconds
   */
  constructor(reply: FastifyReply, isWanted: () => boolean, beatEvery: number) {
    this.#reply = reply;
    this.#isWanted = isWanted;
    reply.hijack();
    reply.raw.writeHead(200, { ...securityHeaders, "content-type": "text/event-stream; charset=utf-8" });
    const beat = setInterval(() => this.send("beat", {}), beatEvery);
    this.onEnd(() => clearInterval(beat));
  }

  send(event: "view" | "trouble" | "beat", data: unknown): void {
    const { raw } = this.#reply;
    if (raw.writableEnded || raw.destroyed) return;
    // Whoever does not read is cut off: their browser comes back, and hears all anew.
    if (raw.writableLength > maximumBacklog) return void raw.destroy();
    if (!this.#isWanted()) return this.end();
    raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    this.#reply.raw.end();
  }

  /** Hears of the end, whoever ended it. */
  onEnd(ended: () => void): void {
    this.#reply.raw.once("close", ended);
  }
}
