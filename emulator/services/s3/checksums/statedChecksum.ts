import { AwsError } from "../../../awsError.ts";
import type { ChecksumAlgorithm, ChecksumMembers } from "./checksum.ts";

/** The one checksum that a request may state. Throws `InvalidRequest` for several. Source: recorded in issues of AWS's clients. */
export function statedChecksum(
  asked: ChecksumMembers,
): { readonly algorithm: ChecksumAlgorithm; readonly value: string } | undefined {
  const all: readonly (readonly [ChecksumAlgorithm, string | undefined])[] = [
    ["CRC32", asked.ChecksumCRC32],
    ["CRC32C", asked.ChecksumCRC32C],
    ["CRC64NVME", asked.ChecksumCRC64NVME],
    ["SHA1", asked.ChecksumSHA1],
    ["SHA256", asked.ChecksumSHA256],
  ];
  const stated = all.flatMap(([algorithm, value]) => (value === undefined ? [] : [{ algorithm, value }]));
  if (stated.length <= 1) return stated[0];
  throw new AwsError(
    "InvalidRequest",
    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
  );
}
