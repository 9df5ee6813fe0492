import {
  DeleteBucketOwnershipControlsCommand,
  GetBucketOwnershipControlsCommand,
  ObjectOwnership,
  PutBucketOwnershipControlsCommand,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { region, resource } from "../../resource.ts";

const rule = z.strictObject({ objectOwnership: z.enum(ObjectOwnership) });

/** `aws.s3.BucketOwnershipControls`. Its id is the name of the bucket. */
export const bucketOwnershipControls = resource({
  token: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  inputs: { bucket: z.string(), region, rule },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["bucket", "region"],
  computed: ["region"],

  async create(aws, { bucket, rule: wanted }) {
    await put(aws, bucket, wanted);
    return { id: bucket };
  },

  async read(aws, id) {
    const found = await ifExists(aws.s3.send(new GetBucketOwnershipControlsCommand({ Bucket: id })));
    const [kept] = found?.OwnershipControls?.Rules ?? [];
    const objectOwnership = kept?.ObjectOwnership;
    return objectOwnership && { bucket: id, region: aws.region, rule: { objectOwnership } };
  },

  update: (aws, id, _current, { rule: wanted }) => put(aws, id, wanted),

  async delete(aws, id) {
    await ifExists(aws.s3.send(new DeleteBucketOwnershipControlsCommand({ Bucket: id })));
  },
});

async function put(aws: Aws, bucket: string, { objectOwnership }: z.output<typeof rule>): Promise<void> {
  const OwnershipControls = { Rules: [{ ObjectOwnership: objectOwnership }] };
  await aws.s3.send(new PutBucketOwnershipControlsCommand({ Bucket: bucket, OwnershipControls }));
}
