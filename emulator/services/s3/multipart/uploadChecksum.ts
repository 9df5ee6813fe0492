import { AwsError } from "../../../awsError.ts";
import type { Checksum, ChecksumAlgorithm } from "../checksums/checksum.ts";
import type { MultipartUpload } from "./multipartUpload.ts";

const types: Readonly<Record<ChecksumAlgorithm, readonly Checksum["type"][]>> = {
  CRC32: ["COMPOSITE", "FULL_OBJECT"],
  CRC32C: ["COMPOSITE", "FULL_OBJECT"],
  CRC64NVME: ["FULL_OBJECT"],
  SHA1: ["COMPOSITE"],
  SHA256: ["COMPOSITE"],
};

/**
 * The checksum that an upload in parts is created with. Throws `InvalidRequest` for a type that the algorithm does not have,
 * and `NotImplemented` for an algorithm that is not carried.
 * Source: S3 User Guide, "Checking object integrity for data uploads in Amazon S3", the types of each algorithm.
 */
export function uploadChecksum(algorithm: string | undefined, type: string | undefined): MultipartUpload["checksum"] {
  if (algorithm === undefined) return undefined;
  if (!isCarried(algorithm)) {
    const message = `The embedded AWS does not carry the checksum algorithm '${algorithm}' yet.`;
    throw new AwsError("NotImplemented", message, { status: 501 });
  }
  const found = types[algorithm].find((known) => type === undefined || type === known);
  if (found) return { algorithm, type: found };
  const message = `The ${String(type)} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`;
  throw new AwsError("InvalidRequest", message);
}

function isCarried(algorithm: string): algorithm is ChecksumAlgorithm {
  return algorithm in types;
}
