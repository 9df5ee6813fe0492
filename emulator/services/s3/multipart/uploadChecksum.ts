import { AwsError } from "../../../awsError.ts";
import type { Checksum, ChecksumAlgorithm } from "../checksums/checksum.ts";
import { readAlgorithm } from "../checksums/readAlgorithm.ts";
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
export function uploadChecksum(asked: string | undefined, type: string | undefined): MultipartUpload["checksum"] {
  const algorithm = readAlgorithm(asked);
  if (algorithm === undefined) return undefined;
  const found = types[algorithm].find((known) => type === undefined || type === known);
  if (found) return { algorithm, type: found };
  const message = `The ${String(type)} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`;
  throw new AwsError("InvalidRequest", message);
}
