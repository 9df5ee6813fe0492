import type { FastifyInstance, FastifyRequest } from "fastify";
import * as z from "zod";
import { openStream } from "../live/openStream.ts";
import { instructorDocument } from "../pages/instructorDocument.tsx";
import { sendPage } from "../pages/sendPage.ts";
import { signInDocument } from "../pages/signInDocument.tsx";
import type { Premises } from "../premises.ts";
import { Refusal } from "../refusal.ts";
import { knock } from "./knock.ts";

const signIn = z.strictObject({ token: z.string().max(200) });

/** The instructor's page, its sign-in, and the line on which it hears of changes. */
export function instructorRoutes(server: FastifyInstance, premises: Premises): void {
  const { instructors, classPoll, tokens, log, beatEvery } = premises;
  server.get("/", async (request, reply) => {
    const session = instructors.find(request);
    if (session === undefined) return sendPage(reply, signInDocument("instructor"));
    return sendPage(reply, instructorDocument({ view: await classPoll.latest(), token: session.token }));
  });
  server.get("/session", async (request, reply) => {
    instructors.visitor(request);
    return reply.code(204).send();
  });
  server.get("/events", async (request, reply) => {
    instructors.visitor(request);
    openStream(reply, { poll: classPoll, isWanted: () => instructors.find(request) !== undefined, beatEvery });
  });
  server.post("/sign-in", async (request, reply) => {
    const { token } = signIn.parse(request.body);
    await tried(request, premises, () => tokens.spend(token));
    instructors.enter(request, reply, "instructor");
    log(`An instructor signed in from ${request.ip}.`);
    return {};
  });
  server.post("/sign-out", async (request, reply) => {
    instructors.actor(request);
    instructors.leave(request, reply);
    log(`An instructor signed out from ${request.ip}.`);
    return {};
  });
}

async function tried(request: FastifyRequest, { signIns, log }: Premises, opens: () => boolean): Promise<void> {
  const wrong = new Refusal(
    403,
    "This token does not work.",
    "Each works once, for 10 minutes. Make a new one where Keylab runs.",
  );
  try {
    await knock(request, signIns, wrong, async () => (opens() ? true : undefined));
  } catch (error) {
    log(`Somebody could not sign in as instructor from ${request.ip}.`);
    throw error;
  }
}
