import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketTaggingCommand,
  GetBucketTaggingCommand,
  GetObjectLockConfigurationCommand,
  HeadBucketCommand,
  PutBucketTaggingCommand,
} from "@aws-sdk/client-s3";
import { BucketLocationConstraint } from "@aws-sdk/client-s3";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { deleteVersions } from "../../aws/deleteVersions.ts";
import { ifExists } from "../../aws/errors.ts";
import { tagList, tagMap } from "../../aws/tags.ts";
import type { Tags } from "../../aws/tags.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";

/**
 * `aws.s3.Bucket`, without what has resource types of its own: `aws.s3.BucketPolicy` and the like. Its id is its name.
 */
export const bucket = resource({
  token: "aws:s3/bucket:Bucket",
  inputs: {
    bucket: z.string().regex(/^[a-z0-9.-]{3,63}$/, "must be 3 to 63 small letters, digits, dots and hyphens"),
    /** Whether objects that are in it are deleted with it. */
    forceDestroy: z.boolean().default(false),
    objectLockEnabled: z.boolean().default(false),
    region,
    tags,
  },
  outputs: {
    arn: z.string(),
    bucketDomainName: z.string(),
    bucketPrefix: z.string(),
    bucketRegion: z.string(),
    bucketRegionalDomainName: z.string(),
    tagsAll,
  },
  unsupported: [
    "accelerationStatus",
    "acl",
    "bucketNamespace",
    "bucketPrefix",
    "corsRules",
    "grants",
    "lifecycleRules",
    "logging",
    "objectLockConfiguration",
    "policy",
    "replicationConfiguration",
    "requestPayer",
    "serverSideEncryptionConfiguration",
    "versioning",
    "website",
  ],
  replaceOnChanges: ["bucket", "objectLockEnabled", "region"],
  computed: ["region"],
  autoName: { input: "bucket", isLowerCase: true, maxLength: 63 },

  async create(aws, { bucket: Bucket, objectLockEnabled }) {
    const command = new CreateBucketCommand({
      Bucket,
      CreateBucketConfiguration: locationOf(aws.region),
      ObjectLockEnabledForBucket: objectLockEnabled || undefined,
    });
    await aws.s3.send(command);
    return { id: Bucket };
  },

  complete: (aws, id, { tags: wanted }) => replaceTags(aws, id, {}, wanted),

  async read(aws, id) {
    const about = { Bucket: id };
    const found = await ifExists(aws.s3.send(new HeadBucketCommand(about)));
    if (found === undefined) {
      return undefined;
    }
    const [tagging, lock] = await Promise.all([
      ifExists(aws.s3.send(new GetBucketTaggingCommand(about))),
      ifExists(aws.s3.send(new GetObjectLockConfigurationCommand(about))),
    ]);
    const allTags = tagMap(tagging?.TagSet);
    const bucketRegion = found.BucketRegion ?? aws.region;
    return {
      arn: `arn:aws:s3:::${id}`,
      bucket: id,
      bucketDomainName: `${id}.s3.amazonaws.com`,
      bucketPrefix: "",
      bucketRegion,
      bucketRegionalDomainName: `${id}.s3.${bucketRegion}.amazonaws.com`,
      objectLockEnabled: lock?.ObjectLockConfiguration?.ObjectLockEnabled === "Enabled",
      region: aws.region,
      tags: allTags,
      tagsAll: allTags,
    };
  },

  update: (aws, id, current, { tags: wanted }) => replaceTags(aws, id, current.tags, wanted),

  async delete(aws, id, { forceDestroy = false }) {
    if (forceDestroy) {
      await ifExists(deleteVersions(aws, id));
    }
    await ifExists(aws.s3.send(new DeleteBucketCommand({ Bucket: id })));
  },
});

/** us-east-1 alone is named by no constraint (API reference of CreateBucket). */
function locationOf(name: string) {
  return name === "us-east-1" ? undefined : { LocationConstraint: z.enum(BucketLocationConstraint).parse(name) };
}

/** S3 takes only all tags at once. */
async function replaceTags(aws: Aws, id: string, current: Tags = {}, wanted: Tags = {}): Promise<void> {
  const isSame =
    Object.keys(current).length === Object.keys(wanted).length &&
    Object.entries(wanted).every(([key, value]) => current[key] === value);
  if (isSame) {
    return;
  }
  if (Object.keys(wanted).length === 0) {
    await aws.s3.send(new DeleteBucketTaggingCommand({ Bucket: id }));
  } else {
    await aws.s3.send(new PutBucketTaggingCommand({ Bucket: id, Tagging: { TagSet: tagList(wanted) } }));
  }
}
