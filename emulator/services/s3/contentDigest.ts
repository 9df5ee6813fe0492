import { createHash } from "node:crypto";
import type { Sealed } from "../../sealed.ts";
import type { ObjectContent } from "./bucket.ts";

/** What an ETag is made of: the MD5 of the content; under KMS it is none of the content. Source: S3 API Reference, Object. */
export function contentDigest(dataKey: ObjectContent["dataKey"], body: Buffer, { ciphertext }: Sealed): Buffer {
  return createHash("md5")
    .update("owned" in dataKey ? body : ciphertext)
    .digest();
}
