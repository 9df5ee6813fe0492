import { AwsError } from "../awsError.ts";
import type { HttpRequest } from "../protocols/protocol.ts";
import type { ChunkSigner } from "./chunkSigner.ts";
import { readChunks } from "./chunks.ts";
import { sha256 } from "./hashes.ts";
import type { SignedRequest } from "./signedRequest.ts";

/** How the body of a request takes part in its signature. */
export interface Payload {
  /** What stands for the body in the canonical request. */
  readonly hash: string;
  /** The request as it is meant: chunks put together, trailers among the headers. Throws `SignatureDoesNotMatch` for a wrong chunk. */
  meant(signer: ChunkSigner): HttpRequest;
}

const emptyHash = sha256("");

/**
 * How the body of a request is signed: every service but S3 hashes what came; S3 believes the header
 * `x-amz-content-sha256` and then holds the body against it.
 * Throws S3's errors for a header or a body that is not as it says.
 * Source: S3 API Reference, "Signature Calculations for the Authorization Header".
 */
export function readPayload(request: HttpRequest, signed: SignedRequest): Payload {
  const { body } = request;
  const meant = () => request;
  if (signed.service !== "s3") return { hash: body.length === 0 ? emptyHash : sha256(body), meant };
  const declared = request.headers["x-amz-content-sha256"];
  if (declared === undefined) return undeclared(request, signed);
  switch (declared) {
    case "UNSIGNED-PAYLOAD":
      return { hash: declared, meant };
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
    case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
      return { hash: declared, meant: (signer) => readChunks(request, signed.signature, declared, signer) };
    default:
      return { hash: declared, meant: () => matching(request, declared) };
  }
}

/** A presigned URL leaves the body open; every other request has to say what its body is. */
function undeclared(request: HttpRequest, { expiresInSeconds }: SignedRequest): Payload {
  if (expiresInSeconds !== undefined) return { hash: "UNSIGNED-PAYLOAD", meant: () => request };
  throw new AwsError("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
}

function matching(request: HttpRequest, declared: string): HttpRequest {
  if (!/^[0-9a-f]{64}$/i.test(declared)) {
    throw new AwsError(
      "InvalidArgument",
      "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
    );
  }
  if (sha256(request.body) === declared.toLowerCase()) return request;
  throw new AwsError(
    "XAmzContentSHA256Mismatch",
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  );
}
