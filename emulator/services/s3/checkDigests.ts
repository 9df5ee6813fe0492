import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { AwsError } from "../../awsError.ts";

/** Digests that a request may state of its body, in base64. */
interface Digests {
  readonly ContentMD5?: string;
  readonly ChecksumCRC32?: string;
  readonly ChecksumSHA1?: string;
  readonly ChecksumSHA256?: string;
}

/** Throws `BadDigest` for a body that is not what the request says. Source: S3 User Guide, "Checking object integrity". */
export function checkDigests(body: Buffer, stated: Digests): void {
  const computed: readonly [name: string, stated: string | undefined, compute: () => string][] = [
    ["Content-MD5", stated.ContentMD5, () => hashed("md5", body)],
    ["CRC32", stated.ChecksumCRC32, () => crc32Of(body)],
    ["SHA1", stated.ChecksumSHA1, () => hashed("sha1", body)],
    ["SHA256", stated.ChecksumSHA256, () => hashed("sha256", body)],
  ];
  const wrong = computed.find(([, expected, compute]) => expected !== undefined && expected !== compute());
  if (!wrong) return;
  throw new AwsError("BadDigest", `The ${wrong[0]} you specified did not match the calculated checksum.`);
}

function hashed(algorithm: string, body: Buffer): string {
  return createHash(algorithm).update(body).digest("base64");
}

function crc32Of(body: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString("base64");
}
