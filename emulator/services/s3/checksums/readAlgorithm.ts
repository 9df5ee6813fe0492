import { AwsError } from "../../../awsError.ts";
import type { ChecksumAlgorithm } from "./checksum.ts";

const carried: readonly ChecksumAlgorithm[] = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

/** The algorithm that a request names, if it names one. Throws `NotImplemented` for one that is not carried. */
export function readAlgorithm(name: string | undefined): ChecksumAlgorithm | undefined {
  const found = carried.find((algorithm) => algorithm === name);
  if (found || name === undefined) return found;
  const message = `The embedded AWS does not carry the checksum algorithm '${name}' yet.`;
  throw new AwsError("NotImplemented", message, { status: 501 });
}
