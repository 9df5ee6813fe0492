import type { FastifyInstance, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Premises } from "../premises.ts";

const lease = z.strictObject({ lease: z.string().min(1).max(200) });
const nothing = z.strictObject({});
const extension = z.strictObject({ until: z.iso.datetime() });
const freezing = z.strictObject({ reason: z.string().trim().min(1).max(500) });

/** What an instructor does with a lease. Each answers when it is done; that it shows is for the line of events. */
export function leaseRoutes(server: FastifyInstance, { desk, instructors, log }: Premises): void {
  const act = (name: string, done: string, carryOut: (lease: string, body: unknown) => Promise<void>) =>
    server.post(`/leases/:lease/${name}`, async (request) => {
      instructors.actor(request);
      const id = leaseOf(request);
      await carryOut(id, request.body);
      log(`An instructor ${done} ${id} from ${request.ip}.`);
      return {};
    });
  act("extend", "extended", (id, body) => desk.extend(id, new Date(extension.parse(body).until)));
  act("freeze", "froze", (id, body) => desk.freeze(id, freezing.parse(body).reason));
  act("thaw", "thawed", (id, body) => (nothing.parse(body), desk.thaw(id)));
  act("reset", "reset", (id, body) => (nothing.parse(body), desk.reset(id)));
  act("end", "ended", (id, body) => (nothing.parse(body), desk.end(id)));
  server.post("/leases/:lease/credentials", async (request) => {
    instructors.actor(request);
    nothing.parse(request.body);
    const id = leaseOf(request);
    const credentials = await desk.handOut(id, "instructor");
    log(`An instructor was shown the credentials of ${id} from ${request.ip}.`);
    return { credentials };
  });
}

function leaseOf(request: FastifyRequest): string {
  return lease.parse(request.params).lease;
}
