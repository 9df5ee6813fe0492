import { AwsError } from "../awsError.ts";
import type { HttpRequest } from "../protocols/protocol.ts";
import { isSignatureVersion2 } from "./isSignatureVersion2.ts";
import { queryOf } from "./queryOf.ts";

/** What a request states of its signature, before anything of it has been checked. */
export interface SignedRequest {
  readonly accessKeyId: string;
  /** `YYYYMMDD`, in UTC. */
  readonly date: string;
  readonly region: string;
  /** The signing name, for example `kms`. */
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** When the request was signed: `X-Amz-Date`. */
  readonly signedAt: Date;
  readonly timestamp: string;
  readonly sessionToken?: string;
  /** For how many seconds a presigned URL is good; absent where the signature stands in the Authorization header. */
  readonly expiresInSeconds?: number;
}

export const algorithm = "AWS4-HMAC-SHA256";

/** A week. Source: AWS General Reference, "Add the signature to the request", `X-Amz-Expires`. */
const longestExpiry = 604_800;

/**
 * Reads the Authorization header of a request, or the query of a presigned URL.
 * Throws `MissingAuthenticationToken` or `IncompleteSignature`; the caller gives the code the form its protocol uses. Throws
 * `InvalidRequest` for Signature Version 2, as S3 does for buckets made since June 2020.
 */
export function readSignature(request: HttpRequest): SignedRequest {
  if (isSignatureVersion2(request)) {
    throw new AwsError(
      "InvalidRequest",
      "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
    );
  }
  const { authorization } = request.headers;
  if (authorization !== undefined && authorization !== "") return fromHeader(request, authorization);
  const query = queryOf(request);
  if (query.has("X-Amz-Algorithm") || query.has("X-Amz-Signature")) return fromQuery(query);
  throw new AwsError("MissingAuthenticationToken", "Missing Authentication Token", { status: 403 });
}

function fromHeader({ headers }: HttpRequest, authorization: string): SignedRequest {
  const parts = namedParts(authorization);
  const scope = readScope(parts.get("Credential") ?? "");
  const signedHeaders = parts.get("SignedHeaders");
  const signature = parts.get("Signature");
  if (!scope || !signedHeaders || !signature) {
    throw incomplete("Authorization header requires 'Credential', 'Signature' and 'SignedHeaders'.");
  }
  const timestamp = headers["x-amz-date"] ?? "";
  const signedAt = parseTimestamp(timestamp);
  if (!signedAt || !timestamp.startsWith(scope.date)) {
    throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  const { accessKeyId, date, region, service } = scope;
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: signedHeaders.split(";"),
    signature,
    signedAt,
    timestamp,
    sessionToken: headers["x-amz-security-token"],
  };
}

/** The parts `name=value` of the header, with spaces around them; of a name that is there twice, the last. */
function namedParts(authorization: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  if (!/^AWS4-HMAC-SHA256\s/.test(authorization)) return parts;
  for (const part of authorization.slice(algorithm.length).split(",")) {
    const at = part.indexOf("=");
    if (at >= 0) parts.set(part.slice(0, at).trimStart(), part.slice(at + 1).trim());
  }
  return parts;
}

function fromQuery(query: URLSearchParams): SignedRequest {
  const text = (name: string) => query.get(name) ?? "";
  const scope = readScope(text("X-Amz-Credential"));
  const [signedHeaders, signature] = [text("X-Amz-SignedHeaders"), text("X-Amz-Signature")];
  if (text("X-Amz-Algorithm") !== algorithm || !scope || signedHeaders === "" || signature === "") {
    throw incomplete(
      `AWS query-string parameters must include 'X-Amz-Algorithm' (${algorithm}), 'X-Amz-Credential', 'X-Amz-SignedHeaders' and 'X-Amz-Signature'.`,
    );
  }
  const timestamp = text("X-Amz-Date");
  const signedAt = parseTimestamp(timestamp);
  if (!signedAt || !timestamp.startsWith(scope.date)) {
    throw incomplete("AWS query-string parameters must include a 'X-Amz-Date' of the day in 'X-Amz-Credential'.");
  }
  return {
    ...scope,
    signedHeaders: signedHeaders.split(";"),
    signature,
    signedAt,
    timestamp,
    sessionToken: query.get("X-Amz-Security-Token") ?? undefined,
    expiresInSeconds: readExpiry(text("X-Amz-Expires")),
  };
}

function readExpiry(text: string): number {
  const seconds = Number(text);
  if (/^\d{1,6}$/.test(text) && seconds >= 1 && seconds <= longestExpiry) return seconds;
  throw incomplete(`AWS query-string parameters must include 'X-Amz-Expires', from 1 to ${longestExpiry} seconds.`);
}

function readScope(credential: string): Pick<SignedRequest, "accessKeyId" | "date" | "region" | "service"> | undefined {
  const [accessKeyId, date, region, service, terminator, ...surplus] = credential.split("/");
  if (!accessKeyId || !date || !region || !service || terminator !== "aws4_request" || surplus.length > 0) {
    return undefined;
  }
  return { accessKeyId, date, region, service };
}

function incomplete(message: string): AwsError {
  return new AwsError("IncompleteSignature", message, { status: 403 });
}

function parseTimestamp(text: string): Date | undefined {
  if (!/^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/.test(text)) return undefined;
  const part = (from: number, to: number) => Number(text.slice(from, to));
  return new Date(Date.UTC(part(0, 4), part(4, 6) - 1, part(6, 8), part(9, 11), part(11, 13), part(13, 15)));
}
