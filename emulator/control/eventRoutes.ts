import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { CurrentWorld } from "../currentWorld.ts";
import type { Guard } from "./guard.ts";

const whole = z.coerce.number().int().min(0);
const query = z.strictObject({ after: whole.default(0), wait: whole.max(30).default(0) });

/**
 * The latest calls, oldest first: `GET /_keylab/events?after=<sequence>&wait=<seconds>`. With `wait` (at most 30) the answer
 * comes with the next call, if there is none yet. `guard` sends strangers away.
 */
export function registerEvents(server: FastifyInstance, current: CurrentWorld, guard: Guard): void {
  server.get("/_keylab/events", { preHandler: guard }, async (request, reply) => {
    const asked = query.safeParse(request.query);
    if (!asked.success) return reply.code(400).send({ message: z.prettifyError(asked.error) });
    const { after, wait } = asked.data;
    const { calls } = current.instance;
    if (wait > 0 && calls.last <= after) await calls.next(wait * 1000);
    return { last: calls.last, events: calls.after(after) };
  });
  // Nobody waits for what will not happen any more.
  server.addHook("preClose", async () => current.instance.calls.wake());
}
