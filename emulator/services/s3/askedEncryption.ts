import { AwsError } from "../../awsError.ts";
import type { Bucket, Encryption } from "./bucket.ts";
import { readEncryption } from "./readEncryption.ts";

/** What a request says of how a new object is encrypted. */
export interface AskedEncryption {
  readonly ServerSideEncryption?: string;
  readonly SSEKMSKeyId?: string;
  readonly BucketKeyEnabled?: boolean;
}

/** How a new object is encrypted: as the request or else the bucket says. Throws as {@link readEncryption}. */
export function askedEncryption(
  { encryption }: Bucket,
  { ServerSideEncryption: algorithm, SSEKMSKeyId, BucketKeyEnabled = encryption.usesBucketKey }: AskedEncryption,
): Encryption {
  if (algorithm !== undefined) return readEncryption(algorithm, SSEKMSKeyId, BucketKeyEnabled);
  if (SSEKMSKeyId === undefined) return { ...encryption, usesBucketKey: BucketKeyEnabled };
  throw new AwsError(
    "InvalidArgument",
    "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
  );
}
