import type { Tag } from "@aws-sdk/client-s3";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";

/** A tag as S3 states it. */
export type StatedTag = Input<Tag>;

/** How many tags things may have, and what S3 says of more. Source: S3 API Reference, PutBucketTagging and PutObjectTagging. */
const limits = {
  bucket: { most: 50, refusal: "Bucket tag count cannot be greater than 50" },
  object: { most: 10, refusal: "Object tags cannot be greater than 10" },
};

/**
 * Throws `BadRequest` for more tags than a bucket or an object may have, and `InvalidTag` for what is no set of tags.
 * Source: public transcripts; the wording for buckets is not recorded anywhere.
 */
export function checkTagSet(tags: readonly StatedTag[], of: keyof typeof limits): void {
  const { most, refusal } = limits[of];
  if (tags.length > most) throw new AwsError("BadRequest", refusal);
  for (const { Key, Value } of tags) {
    if (Key.length < 1 || Key.length > 128) throw invalidTag("The TagKey you have provided is invalid", Key);
    if (Value.length > 256) throw invalidTag("The TagValue you have provided is invalid", Key);
    if (Key.startsWith("aws:")) throw invalidTag("System tags cannot be added/updated by requester", Key);
    if (tags.filter((other) => other.Key === Key).length > 1) {
      throw invalidTag("Cannot provide multiple Tags with the same key", Key);
    }
  }
}

function invalidTag(message: string, key: string): AwsError {
  return new AwsError("InvalidTag", message, { members: { TagKey: key } });
}
