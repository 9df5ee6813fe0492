import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { registerExplanations } from "./explanationRoutes.ts";
import { registerInspection } from "./inspectionRoutes.ts";
import type { Instance } from "./instance.ts";
import { parseJsonBody } from "./parseJsonBody.ts";

const advanceBody = z.strictObject({ milliseconds: z.int().min(0) });

/**
 * What AWS does not have: the clock, the decisions and their explanations, under `/_keylab/`. Every route but `health` wants the instance's
 * token in the header `x-keylab-token`, which no web page can send across origins.
 */
export class ControlRoutes {
  readonly #instance: Instance;
  readonly #token: Buffer;

  constructor(instance: Instance, token: string) {
    this.#instance = instance;
    this.#token = Buffer.from(token);
  }

  register(server: FastifyInstance): void {
    server.get("/_keylab/health", () => ({ status: "ok" }));
    server.get("/_keylab/clock", async (request, reply) => {
      if (!this.#isTrusted(request)) return reply.code(403).send(forbidden);
      return { now: this.#instance.clock.now().toISOString() };
    });
    server.post("/_keylab/clock/advance", async (request, reply) => {
      if (!this.#isTrusted(request)) return reply.code(403).send(forbidden);
      const body = advanceBody.safeParse(parseJsonBody(request.body));
      if (!body.success) return reply.code(400).send({ message: z.prettifyError(body.error) });
      return this.#advance(body.data.milliseconds, reply);
    });
    server.get<{ Params: { requestId: string } }>("/_keylab/decisions/:requestId", async (request, reply) => {
      if (!this.#isTrusted(request)) return reply.code(403).send(forbidden);
      return this.#instance.decisions
        .of(request.params.requestId)
        .map(({ principal, ...decision }) => ({ ...decision, principal: principal.arn }));
    });
    const guard = async (request: FastifyRequest, reply: FastifyReply) =>
      this.#isTrusted(request) ? undefined : reply.code(403).send(forbidden);
    registerExplanations(server, this.#instance, guard);
    registerInspection(server, this.#instance, guard);
  }

  #advance(milliseconds: number, reply: FastifyReply): object {
    try {
      return { now: this.#instance.clock.advance(milliseconds).toISOString() };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return reply.code(400).send({ message: error.message });
    }
  }

  #isTrusted(request: FastifyRequest): boolean {
    const given = Buffer.from([request.headers["x-keylab-token"]].flat().join(""));
    return given.length === this.#token.length && timingSafeEqual(given, this.#token);
  }
}

const forbidden = { message: "This route wants the instance's token in the header x-keylab-token." };
