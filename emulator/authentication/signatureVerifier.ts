import type { HttpRequest } from "../protocols/protocol.ts";
import { canonicalRequest } from "./canonicalRequest.ts";
import { hmacSha256, sha256 } from "./hashes.ts";
import type { ChunkSigner } from "./chunkSigner.ts";
import { readPayload } from "./payload.ts";
import { requireSignature } from "./requireSignature.ts";
import { mismatch } from "./signatureMismatch.ts";
import { algorithm, type SignedRequest } from "./signedRequest.ts";

/** How far the time of a signature may be from the wall clock. Source: AWS General Reference, "Signature Version 4". */
const maximumSkewMilliseconds = 5 * 60 * 1000;

/** Checks signatures. Signing keys depend on secret, day, region and service alone and are kept for reuse. */
export class SignatureVerifier {
  readonly #signingKeys = new Map<string, Buffer>();

  /**
   * Checks a request and returns it as it is meant: signed chunks are put together. Throws `SignatureDoesNotMatch` if
   * the request was not signed with the secret, or if its time has passed or not come yet.
   */
  verify(request: HttpRequest, signed: SignedRequest, secretAccessKey: string, now: Date): HttpRequest {
    checkTime(signed, now);
    if (!signed.signedHeaders.includes("host"))
      throw mismatch("'Host' must be a 'SignedHeader' in the AWS Authorization.");
    const key = this.#signingKey(secretAccessKey, signed);
    const scope = `${signed.date}/${signed.region}/${signed.service}/aws4_request`;
    const chunkSigner: ChunkSigner = (kind, ...parts) =>
      hmacSha256(key, [`${algorithm}-${kind}`, signed.timestamp, scope, ...parts].join("\n"));
    const payload = readPayload(request, signed);
    const canonical = sha256(canonicalRequest(request, signed, payload.hash));
    requireSignature(signed.signature, hmacSha256(key, `${algorithm}\n${signed.timestamp}\n${scope}\n${canonical}`));
    return payload.meant(chunkSigner);
  }

  #signingKey(secret: string, { date, region, service }: SignedRequest): Buffer {
    const cacheKey = `${secret}\n${date}\n${region}\n${service}`;
    const known = this.#signingKeys.get(cacheKey);
    if (known) return known;
    const key = [date, region, service, "aws4_request"].reduce<Buffer>(
      (previous, part) => hmacSha256(previous, part),
      Buffer.from(`AWS4${secret}`),
    );
    if (this.#signingKeys.size >= 10_000) this.#signingKeys.clear();
    this.#signingKeys.set(cacheKey, key);
    return key;
  }
}

/** AWS's own words, as its clients' bug reports quote them. A presigned URL is good for as long as it says. */
function checkTime({ signedAt, timestamp, expiresInSeconds }: SignedRequest, now: Date): void {
  const [signed, current] = [signedAt.getTime(), now.getTime()];
  if (expiresInSeconds !== undefined) {
    const end = signed + expiresInSeconds * 1000;
    if (end < current)
      throw mismatch(`Signature expired: ${basicFormat(end)} is now earlier than ${basicFormat(current)}`);
  } else if (signed < current - maximumSkewMilliseconds) {
    const limit = `${basicFormat(current - maximumSkewMilliseconds)} (${basicFormat(current)} - 5 min.)`;
    throw mismatch(`Signature expired: ${timestamp} is now earlier than ${limit}`);
  }
  if (signed > current + maximumSkewMilliseconds) {
    const limit = `${basicFormat(current + maximumSkewMilliseconds)} (${basicFormat(current)} + 5 min.)`;
    throw mismatch(`Signature not yet current: ${timestamp} is still later than ${limit}`);
  }
}

function basicFormat(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
}
