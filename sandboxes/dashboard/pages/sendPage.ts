import type { FastifyReply } from "fastify";
import type { PageDocument } from "./pageDocument.tsx";

/** Answers with a page. */
export function sendPage(reply: FastifyReply, { html, policy }: PageDocument): FastifyReply {
  return reply.header("content-security-policy", policy).type("text/html; charset=utf-8").send(html);
}
