import { createHash } from "node:crypto";
import { open, seal } from "../../../sealed.ts";
import type { RandomSource } from "../../../randomSource.ts";
import type { ObjectContent } from "../bucket.ts";
import type { Checksum } from "../checksums/checksum.ts";
import { computeChecksum } from "../checksums/computeChecksum.ts";
import { wholeChecksum } from "../checksums/wholeChecksum.ts";
import type { MultipartUpload, UploadedPart } from "./multipartUpload.ts";

/**
 * The object that the parts of an upload make. Its ETag is the MD5 of theirs, and says how many there were.
 * Source: S3 API Reference, Object; S3 User Guide, "Checking object integrity in Amazon S3", composite checksums.
 *
 * @param plaintextKey the data key of the upload in the clear
 */
export function joinParts(
  upload: MultipartUpload,
  parts: readonly UploadedPart[],
  plaintextKey: Uint8Array,
  random: RandomSource,
): ObjectContent {
  const whole = Buffer.concat(parts.map(({ data }) => open(plaintextKey, data)));
  const digest = createHash("md5").update(Buffer.concat(parts.map(({ digest }) => digest)));
  return {
    size: whole.length,
    eTag: `"${digest.digest("hex")}-${parts.length}"`,
    data: seal(plaintextKey, whole, random),
    checksum: checksumOf(upload, parts, whole),
    parts: parts.map(({ number, size, checksum }) => ({ number, size, checksum: upload.checksum && checksum })),
    dataKey: upload.dataKey,
    metadata: upload.metadata,
    headers: upload.headers,
    storageClass: upload.storageClass,
  };
}

function checksumOf({ checksum }: MultipartUpload, parts: readonly UploadedPart[], whole: Buffer): Checksum {
  const { algorithm, type } = checksum ?? { algorithm: "CRC64NVME", type: "FULL_OBJECT" };
  if (type === "FULL_OBJECT") return wholeChecksum(algorithm, whole);
  const values = parts.map((part) => Buffer.from(part.checksum.value, "base64"));
  return { algorithm, type, value: `${computeChecksum(algorithm, Buffer.concat(values))}-${parts.length}` };
}
