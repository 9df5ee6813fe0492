import type { PublicAccessBlockConfiguration } from "@aws-sdk/client-s3";
import type { Bucket } from "../bucket.ts";

/** Whether a bucket keeps the public out in a way. */
export function blocks({ configurations }: Bucket, way: keyof PublicAccessBlockConfiguration): boolean {
  return configurations.publicAccessBlock?.PublicAccessBlockConfiguration?.[way] === true;
}
