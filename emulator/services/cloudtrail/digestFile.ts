import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { encryptionOf } from "./logFile.ts";
import type { SigningKey } from "./signingKey.ts";
import type { Digest, LoggedFile, Trail } from "./trail.ts";
import { wholeSeconds } from "../../wholeSeconds.ts";

/** The SHA-256 of a text, in hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * A signed digest of the log files of one region since the digest before, as S3's PutObject takes it, and what the next digest
 * says of it. Hashes are of the files as they are before they are compressed.
 * Source: CloudTrail User Guide, "CloudTrail digest file structure" and "Custom implementations of CloudTrail log file
 * integrity validation".
 */
export function digestFile(
  trail: Trail,
  region: string,
  files: readonly LoggedFile[],
  { previous, startedAt, endedAt, key }: { previous?: Digest; startedAt: Date; endedAt: Date; key: SigningKey },
) {
  const { accountId, homeRegion, name, settings } = trail;
  const end = wholeSeconds(endedAt);
  const folder = `AWSLogs/${accountId}/CloudTrail-Digest/${region}/${end.slice(0, 10).replaceAll("-", "/")}`;
  const fileName = `${accountId}_CloudTrail-Digest_${region}_${name}_${homeRegion}_${end.replace(/[:-]/g, "")}.json.gz`;
  const object = [settings.keyPrefix, folder, fileName].filter(Boolean).join("/");
  const content = JSON.stringify({
    awsAccountId: accountId,
    digestStartTime: wholeSeconds(startedAt),
    digestEndTime: end,
    digestS3Bucket: settings.bucketName,
    digestS3Object: object,
    digestPublicKeyFingerprint: key.fingerprint,
    digestSignatureAlgorithm: "SHA256withRSA",
    ...spanOf(files),
    ...linkTo(previous),
    logFiles: files,
  });
  const hash = sha256(content);
  const signed = [end, `${settings.bucketName}/${object}`, hash, previous?.signature ?? "null"].join("\n");
  const signature = key.sign(signed);
  const digest: Digest = { bucket: settings.bucketName, object, hash, signature, endedAt };
  const input = {
    Bucket: settings.bucketName,
    Key: object,
    Body: gzipSync(content),
    ACL: "bucket-owner-full-control",
    ContentType: "application/json",
    ContentEncoding: "gzip",
    Metadata: { signature, "signature-algorithm": "SHA256withRSA" },
    ...encryptionOf(trail),
  };
  return { digest, input };
}

/** From which event to which. */
function spanOf(files: readonly LoggedFile[]) {
  const newest = files.map(({ newestEventTime }) => newestEventTime).sort();
  const oldest = files.map(({ oldestEventTime }) => oldestEventTime).sort();
  return { newestEventTime: newest.at(-1) ?? null, oldestEventTime: oldest.at(0) ?? null };
}

/** What a digest says of the one before; the first of all has none. */
function linkTo(previous: Digest | undefined) {
  return {
    previousDigestS3Bucket: previous?.bucket ?? null,
    previousDigestS3Object: previous?.object ?? null,
    previousDigestHashValue: previous?.hash ?? null,
    previousDigestHashAlgorithm: previous ? "SHA-256" : null,
    previousDigestSignature: previous?.signature ?? null,
  };
}
