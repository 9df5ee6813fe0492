import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";
import { policy } from "./policy.ts";
import { tagList, tags } from "./tagList.ts";

const bucket = mapping(z.strictObject({ bucket: z.string(), forceDestroy: z.boolean(), tags }), ({ bucket, tags }) => [
  { operation: "s3api create-bucket", options: { bucket } },
  ...(tags === undefined ? [] : [tagging(bucket, tags)]),
]);

function tagging(bucket: string, tags: Readonly<Record<string, string>>) {
  const tagSet = `TagSet=[${(tagList(tags) ?? []).map((tag) => `{${tag}}`).join(",")}]`;
  return { operation: "s3api put-bucket-tagging", options: { bucket, tagging: tagSet } };
}

const rule = z
  .strictObject({
    applyServerSideEncryptionByDefault: z.strictObject({ sseAlgorithm: z.string(), kmsMasterKeyId: z.string() }),
    bucketKeyEnabled: z.boolean(),
  })
  .transform(({ applyServerSideEncryptionByDefault: { sseAlgorithm, kmsMasterKeyId }, bucketKeyEnabled }) => ({
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: sseAlgorithm, KMSMasterKeyID: kmsMasterKeyId },
    BucketKeyEnabled: bucketKeyEnabled,
  }));

const encryption = mapping(z.strictObject({ bucket: z.string(), rules: z.array(rule) }), ({ bucket, rules }) => [
  {
    operation: "s3api put-bucket-encryption",
    options: { bucket, "server-side-encryption-configuration": { Rules: rules } },
  },
]);

const bucketPolicy = mapping(z.strictObject({ bucket: z.string(), policy }), ({ bucket, policy }) => [
  { operation: "s3api put-bucket-policy", options: { bucket, policy } },
]);

export const s3Mappings: Readonly<Record<string, Mapping>> = {
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": encryption,
  "aws:s3/bucketPolicy:BucketPolicy": bucketPolicy,
};
