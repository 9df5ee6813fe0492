import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import { registerEvents } from "./eventRoutes.ts";
import { registerExplanations } from "./explanationRoutes.ts";
import type { Guard } from "./guard.ts";
import { registerInspection } from "./inspectionRoutes.ts";
import { parseJsonBody } from "./parseJsonBody.ts";
import { registerState } from "./stateRoutes.ts";
import { registerStatus, type Running } from "./statusRoutes.ts";

const advanceBody = z.strictObject({ milliseconds: z.int().min(0) });

/**
 * What AWS does not have: status, clock, calls, decisions and their explanations, under `/_keylab/`. Every route but `health`
 * wants the instance's token in the header `x-keylab-token`, which no web page can send across origins; and no page is let in
 * with it, not even one of this machine.
 */
export class ControlRoutes {
  readonly #running: Running;
  readonly #token: Buffer;

  constructor(running: Running, token: string) {
    this.#running = running;
    this.#token = Buffer.from(token);
  }

  register(server: FastifyInstance): void {
    const { current } = this.#running;
    const guard: Guard = async (request, reply) =>
      this.#isTrusted(request) ? undefined : reply.code(403).send(forbidden);
    const guarded = { preHandler: guard };
    server.get("/_keylab/clock", guarded, () => ({ now: current.instance.clock.now().toISOString() }));
    server.post("/_keylab/clock/advance", guarded, (request, reply) => {
      const body = advanceBody.safeParse(parseJsonBody(request.body));
      if (!body.success) return reply.code(400).send({ message: z.prettifyError(body.error) });
      return this.#advance(body.data.milliseconds, reply);
    });
    server.get<{ Params: { requestId: string } }>("/_keylab/decisions/:requestId", guarded, ({ params }) =>
      current.instance.decisions.of(params.requestId).map(({ principal, ...decision }) => {
        return { ...decision, principal: principal.arn };
      }),
    );
    registerState(server, this.#running, guard);
    registerStatus(server, this.#running, guard);
    registerEvents(server, current, guard);
    registerExplanations(server, current, guard);
    registerInspection(server, current, guard);
  }

  async #advance(milliseconds: number, reply: FastifyReply): Promise<object> {
    try {
      return { now: (await this.#running.current.instance.advanceClock(milliseconds)).toISOString() };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return reply.code(400).send({ message: error.message });
    }
  }

  #isTrusted({ headers }: FastifyRequest): boolean {
    if (headers.origin !== undefined) return false;
    const given = Buffer.from([headers["x-keylab-token"]].flat().join(""));
    return given.length === this.#token.length && timingSafeEqual(given, this.#token);
  }
}

const forbidden = { message: "This route wants the instance's token in the header x-keylab-token." };
