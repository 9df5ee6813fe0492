import { createHash } from "node:crypto";
import type { RandomSource } from "../../randomSource.ts";
import type { ObjectContent } from "./bucket.ts";

/** What an ETag is made of: the MD5 of the content; under KMS it is none of the content. Source: S3 API Reference, Object. */
export function contentDigest(dataKey: ObjectContent["dataKey"], body: Buffer, random: RandomSource): Buffer {
  return "owned" in dataKey ? createHash("md5").update(body).digest() : random.bytes(16);
}
