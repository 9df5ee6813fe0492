import fastify, { type FastifyInstance } from "fastify";
import { answerError } from "./answerError.ts";
import type { ListeningPlace } from "./listeningPlace.ts";
import type { Premises } from "./premises.ts";
import { Refusal } from "./refusal.ts";
import { instructorRoutes } from "./routes/instructorRoutes.ts";
import { leaseRoutes } from "./routes/leaseRoutes.ts";
import { studentRoutes } from "./routes/studentRoutes.ts";
import { checkRequest } from "./security/checkRequest.ts";
import { ownHost } from "./security/ownHost.ts";
import { securityHeaders } from "./security/securityHeaders.ts";

/** No change that the pages ask for is longer. */
const maximumBodyBytes = 16 * 1024;

/** The server of a class's pages. It does not listen yet. */
export function classServer(premises: Premises, { tls, certificate }: ListeningPlace): FastifyInstance {
  const server = fastify({
    // Without TLS, Fastify takes `null` for HTTP.
    https: tls ?? null,
    bodyLimit: maximumBodyBytes,
    exposeHeadRoutes: false,
    // Of a request, however long its answer takes.
    requestTimeout: 30_000,
    // Lines of events stay open until somebody closes them.
    forceCloseConnections: true,
    // Addresses that make no sense come here, past all hooks.
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply.headers(securityHeaders), premises.log);
    },
  });
  const isOwnHost = ownHost(certificate);
  server.removeContentTypeParser("text/plain");
  server.addHook("onRequest", async (request, reply) => {
    void reply.headers(securityHeaders);
    checkRequest(request, isOwnHost);
  });
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply, premises.log));
  server.setNotFoundHandler(() => {
    throw new Refusal(404, "There is no such page.", "Open the address that Keylab printed.");
  });
  instructorRoutes(server, premises);
  leaseRoutes(server, premises);
  studentRoutes(server, premises);
  return server;
}
