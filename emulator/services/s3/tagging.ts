import { AwsError } from "../../awsError.ts";
import { tagList } from "../../tagList.ts";
import type { OwnCall, Tagging } from "../../tagging.ts";
import { deleteBucketTagging } from "./operations/deleteBucketTagging.ts";
import { getBucketTagging } from "./operations/getBucketTagging.ts";
import { putBucketTagging } from "./operations/putBucketTagging.ts";
import { arnOf } from "./s3Access.ts";
import type { StatedTag } from "./tagSet.ts";

/**
 * Buckets. S3 only replaces all tags of a bucket: to change some, the caller must be allowed to read and to write them.
 * Which of its operations AWS calls here is not recorded anywhere.
 */
export const tagging: Tagging = {
  namespace: "s3",
  resources: ({ instance, accountId, region }) =>
    instance.s3
      .of(accountId)
      .filter((bucket) => bucket.region === region)
      .map(({ name, configurations }) => ({
        arn: arnOf(name),
        type: "bucket",
        tags:
          configurations.tagging &&
          new Map(configurations.tagging.TagSet?.map(({ Key = "", Value = "" }) => [Key, Value])),
      })),
  tag: async (call, arn, tags) => {
    const kept = (await tagsOf(call, arn)).filter(({ Key }) => !Object.hasOwn(tags, Key));
    return call(putBucketTagging, { Bucket: bucketOf(arn), Tagging: { TagSet: [...kept, ...tagList(tags)] } });
  },
  untag: async (call, arn, keys) => {
    const TagSet = (await tagsOf(call, arn)).filter(({ Key }) => !keys.includes(Key));
    const Bucket = bucketOf(arn);
    return TagSet.length > 0
      ? call(putBucketTagging, { Bucket, Tagging: { TagSet } })
      : call(deleteBucketTagging, { Bucket });
  },
};

function bucketOf(arn: string): string {
  return arn.replace(/^arn:aws:s3:::/, "");
}

async function tagsOf(call: OwnCall, arn: string): Promise<StatedTag[]> {
  try {
    const { TagSet = [] } = await call(getBucketTagging, { Bucket: bucketOf(arn) });
    return TagSet.map(({ Key = "", Value = "" }) => ({ Key, Value }));
  } catch (error) {
    if (error instanceof AwsError && error.code === "NoSuchTagSet") return [];
    throw error;
  }
}
