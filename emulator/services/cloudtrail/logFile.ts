import { gzipSync } from "node:zlib";
import type { RandomSource } from "../../randomSource.ts";
import type { Trail } from "./trail.ts";

/** What a random part of a file's name is made of. Source: CloudTrail User Guide, "Finding your CloudTrail log files". */
const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/**
 * A log file of events of one region as S3's PutObject takes it. The bucket's owner owns it; under a trail's own key the
 * encryption context names the trail.
 * Source: CloudTrail User Guide, "CloudTrail log file name format"; "How AWS CloudTrail uses AWS KMS".
 */
export function logFile(trail: Trail, region: string, content: string, now: Date, random: RandomSource) {
  const { accountId, settings } = trail;
  const { bucketName, keyPrefix } = settings;
  const [date = "", time = ""] = now.toISOString().split("T");
  const stamp = `${date.replaceAll("-", "")}T${time.slice(0, 5).replace(":", "")}Z`;
  const folder = `AWSLogs/${accountId}/CloudTrail/${region}/${date.replaceAll("-", "/")}`;
  const name = `${accountId}_CloudTrail_${region}_${stamp}_${random.text(16, lettersAndDigits)}.json.gz`;
  return {
    Bucket: bucketName,
    Key: [keyPrefix, folder, name].filter(Boolean).join("/"),
    Body: gzipSync(content),
    ACL: "bucket-owner-full-control",
    ContentType: "application/json",
    ContentEncoding: "gzip",
    ...encryptionOf(trail),
  };
}

/** How S3 is asked to encrypt what a trail delivers. */
export function encryptionOf({ arn, settings: { kmsKeyArn } }: Trail) {
  if (!kmsKeyArn) return {};
  return {
    ServerSideEncryption: "aws:kms",
    SSEKMSKeyId: kmsKeyArn,
    SSEKMSEncryptionContext: Buffer.from(JSON.stringify({ "aws:cloudtrail:arn": arn })).toString("base64"),
  };
}
