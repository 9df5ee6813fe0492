import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { AwsError } from "../awsError.ts";
import type { HttpRequest } from "../protocols/protocol.ts";

/** What the Authorization header of a request states, before anything of it has been checked. */
export interface SignedRequest {
  readonly accessKeyId: string;
  /** `YYYYMMDD`, in UTC. */
  readonly date: string;
  readonly region: string;
  /** The signing name, for example `kms`. */
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** The `X-Amz-Date` header: when the request was signed. */
  readonly signedAt: Date;
  readonly timestamp: string;
  readonly sessionToken?: string;
}

const algorithm = "AWS4-HMAC-SHA256";
/** How far the time of a signature may be from the wall clock. Source: AWS General Reference, "Signature Version 4". */
const maximumSkewMilliseconds = 5 * 60 * 1000;

/**
 * Reads the Authorization header of a request.
 * Throws `MissingAuthenticationToken` or `IncompleteSignature`; the caller gives the code the form its protocol uses.
 */
export function readSignature(request: HttpRequest): SignedRequest {
  const authorization = request.headers.authorization;
  if (!authorization) throw new AwsError("MissingAuthenticationToken", "Missing Authentication Token", { status: 403 });
  const match = /^AWS4-HMAC-SHA256\s+(.*)$/.exec(authorization);
  const parts = new Map(
    (match?.[1] ?? "").split(",").map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
    }),
  );
  const [accessKeyId, date, region, service, terminator] = (parts.get("Credential") ?? "").split("/");
  const signedHeaders = parts.get("SignedHeaders");
  const signature = parts.get("Signature");
  const timestamp = request.headers["x-amz-date"] ?? "";
  const signedAt = parseTimestamp(timestamp);
  if (!accessKeyId || !date || !region || !service || terminator !== "aws4_request" || !signedHeaders || !signature) {
    throw incomplete(`Authorization header requires 'Credential', 'Signature' and 'SignedHeaders'.`);
  }
  if (!signedAt || !timestamp.startsWith(date)) {
    throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  const sessionToken = request.headers["x-amz-security-token"];
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: signedHeaders.split(";"),
    signature,
    signedAt,
    timestamp,
    sessionToken,
  };
}

function incomplete(message: string): AwsError {
  return new AwsError("IncompleteSignature", message, { status: 403 });
}

function parseTimestamp(text: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Checks signatures. Signing keys depend on secret, day, region and service alone and are kept for reuse. */
export class SignatureVerifier {
  readonly #signingKeys = new Map<string, Buffer>();

  /**
   * Throws `SignatureDoesNotMatch` if the request was not signed with the secret, or if its time is more than five
   * minutes from the wall clock.
   */
  verify(request: HttpRequest, signed: SignedRequest, secretAccessKey: string, now: Date): void {
    checkTime(signed, now);
    if (!signed.signedHeaders.includes("host"))
      throw mismatch("'Host' must be a 'SignedHeader' in the AWS Authorization.");
    const scope = `${signed.date}/${signed.region}/${signed.service}/aws4_request`;
    const toSign = [algorithm, signed.timestamp, scope, sha256(canonicalRequest(request, signed))].join("\n");
    const expected = hmac(this.#signingKey(secretAccessKey, signed), toSign);
    const given = Buffer.from(signed.signature, "hex");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw mismatch(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
      );
    }
  }

  #signingKey(secret: string, { date, region, service }: SignedRequest): Buffer {
    const cacheKey = [secret, date, region, service].join("\n");
    const known = this.#signingKeys.get(cacheKey);
    if (known) return known;
    const key = [date, region, service, "aws4_request"].reduce<Buffer>(
      (previous, part) => hmac(previous, part),
      Buffer.from(`AWS4${secret}`),
    );
    if (this.#signingKeys.size >= 10_000) this.#signingKeys.clear();
    this.#signingKeys.set(cacheKey, key);
    return key;
  }
}

/** AWS's own words, as its clients' bug reports quote them. */
function checkTime({ signedAt, timestamp }: SignedRequest, now: Date): void {
  const earliest = new Date(now.getTime() - maximumSkewMilliseconds);
  const latest = new Date(now.getTime() + maximumSkewMilliseconds);
  if (signedAt < earliest) {
    const limit = `${basicFormat(earliest)} (${basicFormat(now)} - 5 min.)`;
    throw mismatch(`Signature expired: ${timestamp} is now earlier than ${limit}`);
  }
  if (signedAt > latest) {
    const limit = `${basicFormat(latest)} (${basicFormat(now)} + 5 min.)`;
    throw mismatch(`Signature not yet current: ${timestamp} is still later than ${limit}`);
  }
}

function mismatch(message: string): AwsError {
  return new AwsError("SignatureDoesNotMatch", message, { status: 403 });
}

/** Source: IAM User Guide, "Create a signed AWS API request", step 1. */
function canonicalRequest(request: HttpRequest, signed: SignedRequest): string {
  const [path, query] = splitAt(request.url, "?");
  const headers = signed.signedHeaders.map((name) => `${name}:${collapse(request.headers[name] ?? "")}\n`).join("");
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    headers,
    signed.signedHeaders.join(";"),
    sha256(request.body),
  ].join("\n");
}

/** Every segment is encoded once more than it was sent (all services but S3). */
function canonicalPath(path: string): string {
  return path.split("/").map(encode).join("/");
}

function canonicalQuery(query: string): string {
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => splitAt(part, "="))
    .map(([name, value]) => [encode(decode(name)), encode(decode(value))] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** By code points, as the specification sorts; encoded text has nothing beyond ASCII. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function splitAt(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw mismatch(`The query string has a malformed percent encoding: '${text}'.`);
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function collapse(value: string): string {
  return value.trim().replace(/ +/g, " ");
}

function basicFormat(date: Date): string {
  return `${date.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
