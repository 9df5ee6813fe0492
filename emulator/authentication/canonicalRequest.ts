import type { HttpRequest } from "../protocols/protocol.ts";
import type { SignedRequest } from "./signedRequest.ts";
import { mismatch } from "./signatureMismatch.ts";

/**
 * What is signed of a request, as text. S3 takes the path as it was sent; everybody else encodes it once more.
 * Source: IAM User Guide, "Create a signed AWS API request", step 1.
 */
export function canonicalRequest(request: HttpRequest, signed: SignedRequest, payloadHash: string): string {
  const [path, query] = splitAt(request.url, "?");
  const headers = signed.signedHeaders.map((name) => `${name}:${headerValue(request, name)}\n`).join("");
  const canonicalPath = signed.service === "s3" ? path : encodedPath(path);
  const names = signed.signedHeaders.join(";");
  return `${request.method}\n${canonicalPath}\n${canonicalQuery(query)}\n${headers}\n${names}\n${payloadHash}`;
}

function encodedPath(path: string): string {
  return path === "/" ? path : path.split("/").map(encode).join("/");
}

/** All parameters but the signature itself. */
function canonicalQuery(query: string): string {
  if (query === "") return "";
  return query
    .split("&")
    .filter((part) => part !== "" && !part.startsWith("X-Amz-Signature="))
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
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A client may claim to have signed any name: one such as `constructor` finds what every object inherits, and no header. */
function headerValue({ headers }: HttpRequest, name: string): string {
  const value: unknown = headers[name];
  if (typeof value !== "string") return "";
  const trimmed = value.trim();
  return trimmed.includes("  ") ? trimmed.replace(/ +/g, " ") : trimmed;
}
