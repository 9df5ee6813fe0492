import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { ChecksumAlgorithm } from "./checksum.ts";
import { crc32c } from "./crc32c.ts";
import { crc64Nvme } from "./crc64Nvme.ts";

/** The checksum of bytes, in base64. Source: S3 User Guide, "Checking object integrity in Amazon S3". */
export function computeChecksum(algorithm: ChecksumAlgorithm, bytes: Uint8Array): string {
  return computations[algorithm](bytes).toString("base64");
}

const computations: Readonly<Record<ChecksumAlgorithm, (bytes: Uint8Array) => Buffer>> = {
  CRC32: (bytes) => {
    const result = Buffer.alloc(4);
    result.writeUInt32BE(crc32(bytes));
    return result;
  },
  CRC32C: crc32c,
  CRC64NVME: crc64Nvme,
  SHA1: (bytes) => createHash("sha1").update(bytes).digest(),
  SHA256: (bytes) => createHash("sha256").update(bytes).digest(),
};
