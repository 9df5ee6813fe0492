import {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { region, resource } from "../../resource.ts";

const isBlocked = z.boolean().default(false);

interface Blocked {
  readonly blockPublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly ignorePublicAcls: boolean;
  readonly restrictPublicBuckets: boolean;
}

/** `aws.s3.BucketPublicAccessBlock`. Its id is the name of the bucket. */
export const bucketPublicAccessBlock = resource({
  token: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  inputs: {
    blockPublicAcls: isBlocked,
    blockPublicPolicy: isBlocked,
    bucket: z.string(),
    ignorePublicAcls: isBlocked,
    region,
    restrictPublicBuckets: isBlocked,
    skipDestroy: z.boolean().optional(),
  },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["bucket", "region"],
  computed: ["region"],

  async create(aws, inputs) {
    await put(aws, inputs.bucket, inputs);
    return { id: inputs.bucket };
  },

  async read(aws, id) {
    const found = await ifExists(aws.s3.send(new GetPublicAccessBlockCommand({ Bucket: id })));
    const blocked = found?.PublicAccessBlockConfiguration;
    return (
      blocked && {
        blockPublicAcls: blocked.BlockPublicAcls ?? false,
        blockPublicPolicy: blocked.BlockPublicPolicy ?? false,
        bucket: id,
        ignorePublicAcls: blocked.IgnorePublicAcls ?? false,
        region: aws.region,
        restrictPublicBuckets: blocked.RestrictPublicBuckets ?? false,
      }
    );
  },

  update: (aws, id, _current, wanted) => put(aws, id, wanted),

  async delete(aws, id, { skipDestroy }) {
    if (skipDestroy !== true) {
      await ifExists(aws.s3.send(new DeletePublicAccessBlockCommand({ Bucket: id })));
    }
  },
});

async function put(aws: Aws, bucket: string, wanted: Blocked): Promise<void> {
  const command = new PutPublicAccessBlockCommand({
    Bucket: bucket,
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: wanted.blockPublicAcls,
      BlockPublicPolicy: wanted.blockPublicPolicy,
      IgnorePublicAcls: wanted.ignorePublicAcls,
      RestrictPublicBuckets: wanted.restrictPublicBuckets,
    },
  });
  await aws.s3.send(command);
}
