import type { BucketConfigurations } from "./bucketConfigurations.ts";
import { noneYet, type StoredConfiguration } from "./storedConfiguration.ts";

/** What keeps the public out of a bucket. Source of the error: public transcripts. */
export const publicAccessBlock: StoredConfiguration<"publicAccessBlock"> = {
  name: "publicAccessBlock",
  actions: { read: "GetBucketPublicAccessBlock", write: "PutBucketPublicAccessBlock" },
  ofNone: noneYet("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found"),
};

/** What every bucket begins with since April 2023. Source: S3 User Guide, "Blocking public access to your Amazon S3 storage". */
export const everythingBlocked: BucketConfigurations["publicAccessBlock"] = {
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  },
};
