import { AwsError } from "../awsError.ts";
import type { HttpRequest } from "../protocols/protocol.ts";
import { sha256 } from "./hashes.ts";
import type { ChunkSigner } from "./chunkSigner.ts";
import { requireSignature } from "./requireSignature.ts";

const emptyHash = sha256("");

/** One chunk of a body in the content encoding `aws-chunked`. */
interface Chunk {
  readonly data: Buffer;
  /** Absent where chunks are not signed. */
  readonly signature?: string;
  /** Where the next one begins. */
  readonly end: number;
}

/**
 * Puts the chunks of a body together. Each is signed with the signature before it, the first with the request's own, so
 * that none can be left out, changed or moved; the trailer, where there is one, comes last, and its headers are headers.
 * Throws `SignatureDoesNotMatch`, `IncompleteBody` or `MalformedTrailerError`.
 * Source: S3 API Reference, "Transferring Payload in Multiple Chunks" and "Signature calculations for trailing headers".
 */
export function readChunks(request: HttpRequest, seed: string, declared: string, signer: ChunkSigner): HttpRequest {
  const isSigned = declared.startsWith("STREAMING-AWS4-HMAC-SHA256");
  const data: Buffer[] = [];
  let previous = seed;
  let at = 0;
  for (;;) {
    const chunk = readChunk(request.body, at, isSigned);
    if (isSigned) previous = checkChunk(chunk, previous, signer);
    at = chunk.end;
    if (chunk.data.length === 0) break;
    data.push(chunk.data);
  }
  const signing = isSigned ? { previous, signer } : undefined;
  const trailer = declared.endsWith("-TRAILER") ? readTrailer(request, at, signing) : {};
  const body = complete(Buffer.concat(data), request.headers["x-amz-decoded-content-length"]);
  return { ...request, body, headers: { ...withoutChunking(request.headers), ...trailer } };
}

/** Chunks are of the transfer alone. Source: S3 API Reference, "Transferring Payload in Multiple Chunks", Content-Encoding. */
function withoutChunking({
  "content-encoding": stated = "",
  ...others
}: HttpRequest["headers"]): HttpRequest["headers"] {
  const encodings = stated.split(",").map((encoding) => encoding.trim());
  const left = encodings.filter((encoding) => encoding !== "" && encoding !== "aws-chunked").join(",");
  return left === "" ? others : { ...others, "content-encoding": left };
}

function readChunk(body: Buffer, start: number, isSigned: boolean): Chunk {
  const lineEnd = body.indexOf("\r\n", start);
  const line = lineEnd < 0 ? "" : body.toString("latin1", start, lineEnd);
  const [, size = "", signature] = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(line) ?? [];
  if (size === "" || isSigned !== (signature !== undefined)) throw incomplete();
  const from = lineEnd + 2;
  const to = from + Number.parseInt(size, 16);
  // The last chunk has no data of its own; a trailer may follow at once.
  if (to === from) return { data: Buffer.alloc(0), signature, end: from };
  if (body.toString("latin1", to, to + 2) !== "\r\n") throw incomplete();
  return { data: body.subarray(from, to), signature, end: to + 2 };
}

function checkChunk({ data, signature = "" }: Chunk, previous: string, signer: ChunkSigner): string {
  requireSignature(signature, signer("PAYLOAD", previous, emptyHash, sha256(data)));
  return signature;
}

/** The trailing headers: those that `x-amz-trailer` announces, and their signature where chunks are signed. */
function readTrailer(
  { body, headers }: HttpRequest,
  at: number,
  signing?: { readonly previous: string; readonly signer: ChunkSigner },
): HttpRequest["headers"] {
  const lines = body
    .toString("latin1", at)
    .split("\r\n")
    .filter((line) => line !== "");
  const signatureOf = (line: string) => /^x-amz-trailer-signature:([0-9a-f]{64})$/i.exec(line)?.[1];
  const trailing = lines.filter((line) => signatureOf(line) === undefined);
  const found = trailing.map((line) => {
    const end = Math.max(line.indexOf(":"), 0);
    return [line.slice(0, end).toLowerCase(), line.slice(end + 1).trim()] as const;
  });
  const announced = (headers["x-amz-trailer"] ?? "").split(",").map((name) => name.trim().toLowerCase());
  if (found.map(([name]) => name).join() !== announced.join()) {
    throw new AwsError(
      "MalformedTrailerError",
      "The request contained trailing data that was not well-formed or did not conform to our published schema.",
    );
  }
  if (!signing) return Object.fromEntries(found);
  const signature = lines.map(signatureOf).find((found) => found !== undefined) ?? "";
  const hash = sha256(trailing.map((line) => `${line}\n`).join(""));
  requireSignature(signature, signing.signer("TRAILER", signing.previous, hash));
  return Object.fromEntries(found);
}

function complete(body: Buffer, decodedLength: string | undefined): Buffer {
  if (decodedLength === undefined) {
    throw new AwsError("MissingContentLength", "You must provide the Content-Length HTTP header.", { status: 411 });
  }
  if (String(body.length) !== decodedLength) throw incomplete();
  return body;
}

function incomplete(): AwsError {
  return new AwsError(
    "IncompleteBody",
    "The request body terminated unexpectedly, or its chunks are not of the form that the request states.",
  );
}
