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
  /** The body as it is meant. Throws `SignatureDoesNotMatch` for a wrong chunk. */
  body(signer: ChunkSigner): Buffer;
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
  if (signed.service !== "s3") return { hash: body.length === 0 ? emptyHash : sha256(body), body: () => body };
  const declared = request.headers["x-amz-content-sha256"];
  if (declared === undefined) return undeclared(request, signed);
  switch (declared) {
    case "UNSIGNED-PAYLOAD":
      return { hash: declared, body: () => body };
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
    case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
      return { hash: declared, body: (signer) => readChunks(request, signed.signature, declared, signer) };
    default:
      return { hash: declared, body: () => matching(body, declared) };
  }
}

/** A presigned URL leaves the body open; every other request has to say what its body is. */
function undeclared({ body }: HttpRequest, { expiresInSeconds }: SignedRequest): Payload {
  if (expiresInSeconds !== undefined) return { hash: "UNSIGNED-PAYLOAD", body: () => body };
  throw new AwsError("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
}

function matching(body: Buffer, declared: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(declared)) {
    throw new AwsError(
      "InvalidArgument",
      "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
    );
  }
  if (sha256(body) === declared.toLowerCase()) return body;
  throw new AwsError(
    "XAmzContentSHA256Mismatch",
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  );
}
