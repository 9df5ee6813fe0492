import { noneYet, type StoredConfiguration } from "./storedConfiguration.ts";

/**
 * The tags of a bucket. Policies do not see them: that is a setting of its own in AWS, which is off unless somebody switches
 * it on. Source: S3 User Guide, "Enabling attribute based access control in general purpose buckets"; of the error: public
 * transcripts.
 */
export const tagging: StoredConfiguration<"tagging"> = {
  name: "tagging",
  actions: { read: "GetBucketTagging", write: "PutBucketTagging" },
  ofNone: noneYet("NoSuchTagSet", "The TagSet does not exist"),
};
