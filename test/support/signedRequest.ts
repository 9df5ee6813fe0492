import { createHash, createHmac } from "node:crypto";
import * as z from "zod";
import type { Credentials, Emulator } from "./emulator.ts";

/** A request as a test wants it on the wire: signed rightly unless told otherwise. */
export interface RawRequest {
  /** The signing name of the service. */
  readonly service: string;
  readonly body?: string | Buffer;
  /** Sent and signed. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: Credentials;
  readonly region?: string;
  readonly signedAt?: Date;
  readonly method?: string;
  /** Path and query. */
  readonly path?: string;
  /** Changes the headers after they have been signed; `undefined` removes one. */
  readonly afterSigning?: Readonly<Record<string, string | undefined>>;
  /** Left out of the signature although they are sent. */
  readonly unsigned?: readonly string[];
}

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Signs a request with SigV4, without any help of the code under test, and sends it. */
export async function send(emulator: Emulator, request: RawRequest): Promise<RawAnswer> {
  const { method = "POST", path = "/", body = "", afterSigning = {} } = request;
  const headers = new Headers(signedHeaders(new URL(emulator.url).host, request));
  for (const [name, value] of Object.entries(afterSigning)) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  const payload = ["GET", "HEAD"].includes(method) ? undefined : Buffer.from(body);
  const answer = await fetch(emulator.url + path, { method, headers, body: payload });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** A presigned URL for a GET, good for a quarter of an hour. */
export function presignedUrl(emulator: Emulator, { service, path = "/", ...request }: RawRequest): string {
  const { credentials = root, region = "us-east-1", signedAt = new Date() } = request;
  const { host } = new URL(emulator.url);
  const timestamp = timestampOf(signedAt);
  const scope = [timestamp.slice(0, 8), region, service, "aws4_request"];
  const [before = "/", query = ""] = splitPath(path);
  const parameters = new URLSearchParams(query);
  parameters.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
  parameters.set("X-Amz-Credential", [credentials.accessKeyId, ...scope].join("/"));
  parameters.set("X-Amz-Date", timestamp);
  parameters.set("X-Amz-Expires", "900");
  if (credentials.sessionToken !== undefined) parameters.set("X-Amz-Security-Token", credentials.sessionToken);
  parameters.set("X-Amz-SignedHeaders", "host");
  parameters.sort();
  const canonical = ["GET", before, parameters.toString(), `host:${host}`, "", "host", sha256("")].join("\n");
  parameters.set("X-Amz-Signature", signatureOf(canonical, timestamp, scope, credentials).toString("hex"));
  return `${emulator.url}${before}?${parameters.toString()}`;
}

/** The JSON object that an answer carries. */
export function jsonOf({ text }: RawAnswer): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/** A call of a JSON service. */
export function jsonCall(service: string, target: string, body: string | Buffer): RawRequest {
  return { service, body, headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": target } };
}

/** A call of a Query service. */
export function queryCall(service: string, form: string): RawRequest {
  return { service, body: form, headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" } };
}

/** An `Authorization` header that says it signs `host` and others, under a signature that is none. */
export function claimingToSign(names: string, service: string): string {
  const scope = [timestampOf(new Date()).slice(0, 8), "us-east-1", service, "aws4_request"];
  const credential = [root.accessKeyId, ...scope].join("/");
  return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;${names}, Signature=${"0".repeat(64)}`;
}

const root: Credentials = { accessKeyId: "000000000000", secretAccessKey: "test" };

/** The headers of a request, its signature among them. */
export function signedHeaders(host: string, request: RawRequest): Record<string, string> {
  const { service, credentials = root, region = "us-east-1", signedAt = new Date(), unsigned = [] } = request;
  const timestamp = timestampOf(signedAt);
  const headers: Record<string, string> = { host, "x-amz-date": timestamp, ...request.headers };
  if (credentials.sessionToken !== undefined) headers["x-amz-security-token"] = credentials.sessionToken;
  const names = Object.keys(headers)
    .filter((name) => !unsigned.includes(name))
    .sort();
  const scope = [timestamp.slice(0, 8), region, service, "aws4_request"];
  const canonical = [
    request.method ?? "POST",
    ...splitPath(request.path ?? "/"),
    ...names.map((name) => `${name}:${headers[name] ?? ""}`),
    "",
    names.join(";"),
    request.headers?.["x-amz-content-sha256"] ?? sha256(request.body ?? ""),
  ].join("\n");
  const signature = signatureOf(canonical, timestamp, scope, credentials);
  const credential = [credentials.accessKeyId, ...scope].join("/");
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(";")}, Signature=${signature.toString("hex")}`;
  return { ...headers, authorization };
}

function timestampOf(time: Date): string {
  return `${time.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
}

function signatureOf(
  canonical: string,
  timestamp: string,
  scope: readonly string[],
  { secretAccessKey }: Credentials,
): Buffer {
  const key = scope.reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${secretAccessKey}`);
  return hmac(key, ["AWS4-HMAC-SHA256", timestamp, scope.join("/"), sha256(canonical)].join("\n"));
}

function splitPath(path: string): string[] {
  const [before = "/", query = ""] = path.split("?");
  return [before, query];
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
