import type { FastifyInstance, FastifyRequest } from "fastify";
import * as z from "zod";
import { UserError } from "../../../errors/userError.ts";
import type { StudentView } from "../../desk.ts";
import { openStream } from "../live/openStream.ts";
import { sendPage } from "../pages/sendPage.ts";
import { signInDocument } from "../pages/signInDocument.tsx";
import { studentDocument } from "../pages/studentDocument.tsx";
import type { Premises } from "../premises.ts";
import { Refusal } from "../refusal.ts";
import { knock } from "./knock.ts";

const join = z.strictObject({ code: z.string().trim().min(1).max(200) });
const showing = z.strictObject({ again: z.boolean() });

/** The students' page, the way in by a join code, and what a student may ask for: their own sandbox, and nothing else. */
export function studentRoutes(server: FastifyInstance, premises: Premises): void {
  const { desk, students, studentPolls, beatEvery, log } = premises;
  server.get("/join", async (_, reply) => sendPage(reply, signInDocument("student")));
  server.get("/student", async (request, reply) => {
    const session = students.find(request);
    const view = session && (await studentPolls.of(session.who.joinCode).latest());
    if (session === undefined || view === undefined) return reply.redirect("/join", 303);
    return sendPage(reply, studentDocument({ view, token: session.token }));
  });
  server.get("/student/session", async (request, reply) => {
    students.visitor(request);
    return reply.code(204).send();
  });
  server.get("/student/events", async (request, reply) => {
    const poll = studentPolls.of(students.visitor(request).who.joinCode);
    const isWanted = () => students.find(request) !== undefined;
    openStream(reply, { poll, isWanted, gone: () => students.expel(request), beatEvery });
  });
  server.post("/join", async (request, reply) => {
    const { code } = join.parse(request.body);
    const { lease } = await opened(request, premises, code);
    students.enter(request, reply, { joinCode: code });
    log(`A student of ${lease} came in from ${request.ip}.`);
    return {};
  });
  server.post("/student/credentials", async (request) => {
    const { joinCode } = students.actor(request).who;
    const { again } = showing.parse(request.body);
    const { lease, wasHandedOut } = await ownView(request, premises, joinCode);
    if (wasHandedOut && !again) {
      throw new UserError("They were shown before.", "Ask for them again; it is recorded each time.");
    }
    const credentials = await desk.handOut(lease, "student");
    log(`A student was shown the credentials of ${lease} from ${request.ip}.`);
    return { credentials };
  });
  server.post("/student/leave", async (request, reply) => {
    students.actor(request);
    students.leave(request, reply);
    return {};
  });
}

async function opened(request: FastifyRequest, { desk, joins, log }: Premises, code: string): Promise<StudentView> {
  const wrong = new Refusal(403, "This code opens no sandbox.", "Compare it with the one that you were given.");
  try {
    return await knock(request, joins, wrong, () => desk.studentView(code));
  } catch (error) {
    log(`Somebody could not come in as student from ${request.ip}.`);
    throw error;
  }
}

/** What the student sees now. Throws a Refusal, and signs them out, where their code opens nothing any more. */
async function ownView(request: FastifyRequest, { desk, students }: Premises, joinCode: string): Promise<StudentView> {
  const view = await desk.studentView(joinCode);
  if (view !== undefined) return view;
  students.expel(request);
  throw new Refusal(401, "Your code opens no sandbox any more.", "Ask your instructor.");
}
