import type { IncomingHttpHeaders } from "node:http";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { ControlRoutes } from "./control/controlRoutes.ts";
import type { Answering } from "./endpoint.ts";
import { isFromStrangeSite } from "./isFromStrangeSite.ts";
import { mapMembers } from "./mapMembers.ts";
import type { HttpRequest, HttpResponse } from "./protocols/protocol.ts";

/** The largest body that is read: no operation of these services takes more. */
const maximumBodyBytes = 20 * 1024 * 1024;

/** What surrounds the HTTP server. */
export interface ServerOptions {
  /** Whether it listens on loopback alone: then it answers to the names of this machine, and no page from elsewhere. */
  readonly isLocal: boolean;
  /** Hears of errors that are ours and not the client's. */
  readonly reportBug: (error: unknown) => void;
}

/** What Fastify refuses a request with. */
interface RequestError {
  readonly statusCode?: number;
  readonly message: string;
}

/** HTTP: bytes in, bytes out. */
export function createServer(
  endpoint: Answering,
  control: ControlRoutes,
  { isLocal, reportBug }: ServerOptions,
): FastifyInstance {
  const refuse = (error: RequestError, request: FastifyRequest, reply: FastifyReply): void => {
    const status = error.statusCode ?? 500;
    const answer = status === 413 ? endpoint.refuseBody(toHttpRequest(request), maximumBodyBytes) : undefined;
    if (answer) return void send(reply, answer);
    if (status >= 500) reportBug(error);
    const body = { __type: status >= 500 ? "InternalFailure" : "RequestRefused", message: error.message };
    const headers = { "content-type": "application/x-amz-json-1.1" };
    void send(reply, { status, headers, body: JSON.stringify(body) });
  };
  const server = fastify({
    bodyLimit: maximumBodyBytes,
    requestTimeout: 60_000,
    // A Lambda function may run for 15 minutes before it answers.
    connectionTimeout: 16 * 60_000,
    // What is under way is answered; `drain` says for how long.
    forceCloseConnections: "idle",
    // AWS's own paths may be anything; nothing here is routed by them.
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 10_000 },
    frameworkErrors: refuse,
  });
  server.removeAllContentTypeParsers();
  // Not "*", for which Fastify reads the content type anew each time.
  server.addContentTypeParser(/^/, { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  server.setErrorHandler(refuse);
  if (isLocal) server.addHook("onRequest", refuseStrangeSites);
  server.addHook("onSend", partForGood);
  control.register(server);
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const response = await endpoint.handle(toHttpRequest(request));
    return response ? send(reply, response) : hangUp(request, reply);
  };
  server.all("/*", answer);
  // Methods that the router does not know: AWS answers them like any other request that is none of its own.
  server.setNotFoundHandler(answer);
  return server;
}

function refuseStrangeSites({ headers }: FastifyRequest, reply: FastifyReply, proceed: () => void): void {
  if (!isFromStrangeSite(headers)) return proceed();
  void reply.code(403).send({
    __type: "RequestRefused",
    message:
      "The embedded AWS listens on this machine alone: it answers neither to other host names nor to web pages from elsewhere.",
  });
}

/** A connection that a client would keep for its next request would hold up a server that is being stopped. */
function partForGood(_request: FastifyRequest, reply: FastifyReply, _payload: unknown, proceed: () => void): void {
  if (!reply.server.server.listening) reply.header("connection", "close");
  proceed();
}

function toHttpRequest({ raw, body, ip }: FastifyRequest): HttpRequest {
  const { method = "", url = "/", headers } = raw;
  return {
    method,
    url,
    headers: areTexts(headers) ? headers : asTexts(headers),
    body: Buffer.isBuffer(body) ? body : nothing,
    sourceIp: ip,
  };
}

const nothing = Buffer.alloc(0);

/** Of what came several times, Node.js has joined all but one header. Source: Node.js, `message.headers`. */
function areTexts(headers: IncomingHttpHeaders): headers is IncomingHttpHeaders & Record<string, string> {
  return headers["set-cookie"] === undefined;
}

function asTexts(headers: IncomingHttpHeaders): Record<string, string> {
  return mapMembers(headers, String);
}

function send(reply: FastifyReply, answer: HttpResponse) {
  return reply.code(answer.status).headers(answer.headers).serializer(asItIs).send(answer.body);
}

/** Fastify would write a charset behind a media type of JSON, which AWS does not. */
function asItIs<Body>(body: Body): Body {
  return body;
}

/** Ends the connection without an answer. */
function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}
