import { createReadStream } from "node:fs";
import { join } from "node:path";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { documents, type DocumentKind } from "../../reporters/documents.ts";
import { eventLogFile } from "../../reporters/eventLog.ts";
import { isOwnHost } from "../../reporters/isOwnHost.ts";
import { listRuns } from "../../reporters/listRuns.ts";
import { readEnding } from "../../reporters/readEnding.ts";
import { UserError } from "../../errors/userError.ts";
import { ensureReport } from "./ensureReport.ts";
import { runListPage } from "./runListPage.tsx";

/** Reports hold all they need: nothing is loaded from elsewhere, and no page elsewhere may look into them. */
const headers = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** A server of the reports in the folder of all runs, and of nothing else. It does not listen yet. */
export function reportServer(runs: string): FastifyInstance {
  const server = fastify();
  server.addHook("onRequest", async (request, reply) => {
    void reply.headers(headers);
    if (!isOwnHost(request.headers.host))
      await reply.code(403).type("text/plain").send("This is no name of this machine.\n");
  });
  server.setNotFoundHandler(async (_, reply) => notFound(reply));
  server.setErrorHandler(async (error, _, reply) => {
    if (!(error instanceof UserError)) throw error;
    return reply.code(500).type("text/plain; charset=utf-8").send(`${error.message}\n${error.nextStep}\n`);
  });
  server.get("/", async (_, reply) => {
    const listed = (await listRuns(runs)).map(async (name) => {
      return { name, ended: await readEnding(join(runs, name, eventLogFile)) };
    });
    return reply.type("text/html; charset=utf-8").send(runListPage(await Promise.all(listed)));
  });
  server.get<{ Params: { run: string; file: string } }>("/runs/:run/:file", async ({ params }, reply) => {
    // What is not in the list is not looked for: no path leads out of the folder.
    const run = (await listRuns(runs)).find((name) => name === params.run);
    return run === undefined ? notFound(reply) : sendFile(join(runs, run), params.file, reply);
  });
  return server;
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).type("text/plain; charset=utf-8").send("There is no such report.\n");
}

async function sendFile(runFolder: string, wanted: string, reply: FastifyReply): Promise<FastifyReply> {
  if (wanted === eventLogFile) return send(join(runFolder, eventLogFile), "application/jsonl", reply);
  const kind = Object.values(documents).find(({ file }) => file === wanted);
  return kind === undefined ? notFound(reply) : send(await ensureReport(runFolder, kind), kind.mediaType, reply);
}

function send(path: string, mediaType: DocumentKind["mediaType"], reply: FastifyReply): FastifyReply {
  return reply.type(`${mediaType}; charset=utf-8`).send(createReadStream(path));
}
