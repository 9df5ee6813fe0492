import {
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  PutBucketEncryptionCommand,
  ServerSideEncryption,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { sameAs } from "../../lifecycle/compare.ts";
import { region, resource } from "../../resource.ts";

const rule = z.strictObject({
  applyServerSideEncryptionByDefault: z.strictObject({
    kmsMasterKeyId: z.string().optional(),
    sseAlgorithm: z.enum(ServerSideEncryption),
  }),
  bucketKeyEnabled: z.boolean().default(false),
});

const rules = z.array(rule).length(1, "must be one rule");

/**
 * `aws.s3.BucketServerSideEncryptionConfiguration`. Its id is the name of the bucket, which has S3's own encryption again once
 * this is deleted.
 */
export const bucketServerSideEncryptionConfiguration = resource({
  token: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  inputs: { bucket: z.string(), region, rules },
  outputs: {},
  unsupported: ["expectedBucketOwner"],
  replaceOnChanges: ["bucket", "region"],
  computed: ["region"],
  same: { rules: sameAs(rules) },

  async create(aws, { bucket, rules: wanted }) {
    await put(aws, bucket, wanted);
    return { id: bucket };
  },

  async read(aws, id) {
    const found = await ifExists(aws.s3.send(new GetBucketEncryptionCommand({ Bucket: id })));
    return (
      found && {
        bucket: id,
        region: aws.region,
        rules: (found.ServerSideEncryptionConfiguration?.Rules ?? []).map((kept) => {
          const byDefault = kept.ApplyServerSideEncryptionByDefault;
          return {
            applyServerSideEncryptionByDefault: {
              kmsMasterKeyId: byDefault?.KMSMasterKeyID,
              sseAlgorithm: required(byDefault?.SSEAlgorithm, "SSEAlgorithm"),
            },
            bucketKeyEnabled: kept.BucketKeyEnabled ?? false,
          };
        }),
      }
    );
  },

  update: (aws, id, _current, { rules: wanted }) => put(aws, id, wanted),

  async delete(aws, id) {
    await ifExists(aws.s3.send(new DeleteBucketEncryptionCommand({ Bucket: id })));
  },
});

async function put(aws: Aws, bucket: string, wanted: z.output<typeof rules>): Promise<void> {
  const Rules = wanted.map(({ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled }) => ({
    ApplyServerSideEncryptionByDefault: {
      KMSMasterKeyID: byDefault.kmsMasterKeyId,
      SSEAlgorithm: byDefault.sseAlgorithm,
    },
    BucketKeyEnabled: bucketKeyEnabled,
  }));
  await aws.s3.send(new PutBucketEncryptionCommand({ Bucket: bucket, ServerSideEncryptionConfiguration: { Rules } }));
}
