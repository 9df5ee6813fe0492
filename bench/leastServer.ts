/**
 * The least that a server of AWS has to do for a GetItem: `node:http`, the signature, parsing, and the operation on encrypted items. No
 * authorisation, no validation, no audit, no errors: what it leaves of the time that is aimed at is what those may cost.
 *
 * Usage: `tsx bench/leastServer.ts PORT`. It has one item, as `calls.ts` makes it elsewhere, and lets in the root user alone.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { authenticate } from "../emulator/authentication/authenticate.ts";
import { SignatureVerifier } from "../emulator/authentication/signatureVerifier.ts";
import { defaultAccountId } from "../emulator/instance.ts";
import { rootUser } from "../emulator/principal.ts";
import { parseJsonObject } from "../emulator/protocols/json.ts";
import { getItem } from "../emulator/services/dynamodb/operations/getItem.ts";
import { BenchWorld } from "./benchWorld.ts";

const world = new BenchWorld();
await world.resources();
const context = await world.contextOf(rootUser(defaultAccountId));
const verifier = new SignatureVerifier();
const input = { TableName: "bench", Key: { id: { S: "1" } } };

async function answer({ method = "", url = "/", headers: sent }: IncomingMessage, body: Buffer): Promise<string> {
  if (method !== "POST") return "";
  const headers = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)]));
  const request = { method, url, headers, body, sourceIp: "127.0.0.1" };
  authenticate(world.instance, verifier, request);
  parseJsonObject(request);
  return JSON.stringify(await world.bare(getItem, context, input));
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => void respond(request, Buffer.concat(chunks), response));
}

async function respond(request: IncomingMessage, sent: Buffer, response: ServerResponse): Promise<void> {
  const body = await answer(request, sent);
  response
    .writeHead(200, { "content-type": "application/x-amz-json-1.0", "content-length": Buffer.byteLength(body) })
    .end(body);
}

createServer(serve).listen(Number(process.argv[2]), "127.0.0.1");
