import { createHash } from "node:crypto";
import { AwsError } from "../../../awsError.ts";
import type { Checksum, ChecksumAlgorithm, ChecksumMembers } from "./checksum.ts";
import { statedChecksum } from "./statedChecksum.ts";
import { wholeChecksum } from "./wholeChecksum.ts";

/** What a request may state of its body, in base64. */
interface Digests extends ChecksumMembers {
  readonly ContentMD5?: string;
}

/**
 * Holds a body against what the request says of it, and gives its checksum: the one that was stated, or else the one that
 * S3 chooses. Throws `BadDigest`. Source: S3 User Guide, "Checking object integrity in Amazon S3".
 */
export function checkDigests(body: Buffer, digests: Digests): Checksum {
  const { ContentMD5 } = digests;
  if (ContentMD5 !== undefined && ContentMD5 !== createHash("md5").update(body).digest("base64")) {
    throw new AwsError("BadDigest", "The Content-MD5 you specified did not match what we received.");
  }
  const stated = statedChecksum(digests);
  const algorithm = stated?.algorithm ?? "CRC64NVME";
  const checksum = wholeChecksum(algorithm, body);
  if (stated && stated.value !== checksum.value) throw badChecksum(algorithm);
  return checksum;
}

/** That content is not what a checksum says. */
export function badChecksum(algorithm: ChecksumAlgorithm): AwsError {
  return new AwsError("BadDigest", `The ${algorithm} you specified did not match the calculated checksum.`);
}
