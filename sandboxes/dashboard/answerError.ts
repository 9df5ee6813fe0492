import type { FastifyReply, FastifyRequest } from "fastify";
import { problemOf } from "./problem.ts";
import { traceOf } from "./traceOf.ts";

/** Answers a request that ended with an error: in JSON, or as a text where somebody opened a page. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: (line: string) => void,
): FastifyReply {
  const { status, message, nextStep } = problemOf(error);
  if (status === 500) log(traceOf(error));
  void reply.code(status);
  if (request.method === "GET") return reply.type("text/plain; charset=utf-8").send(`${message}\n${nextStep}\n`);
  return reply.send({ message, nextStep });
}
