import { DeleteBucketPolicyCommand, GetBucketPolicyCommand, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import * as z from "zod";
import { ifExists, isAwsError } from "../../aws/errors.ts";
import type { Aws } from "../../aws/aws.ts";
import { samePolicy } from "../../aws/policy.ts";
import { policyDocument, region, resource } from "../../resource.ts";

/** `aws.s3.BucketPolicy`. Its id is the name of the bucket. */
export const bucketPolicy = resource({
  token: "aws:s3/bucketPolicy:BucketPolicy",
  inputs: { bucket: z.string(), policy: policyDocument, region },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["bucket", "region"],
  computed: ["region"],
  documents: ["policy"],
  same: { policy: samePolicy },

  async create(aws, { bucket, policy }) {
    await put(aws, bucket, policy);
    return { id: bucket };
  },

  async read(aws, id) {
    const found = await ifExists(aws.s3.send(new GetBucketPolicyCommand({ Bucket: id })));
    return found && { bucket: id, policy: found.Policy, region: aws.region };
  },

  async update(aws, id, current, { policy }) {
    if (!samePolicy(current.policy, policy)) {
      await put(aws, id, policy);
    }
  },

  async delete(aws, id) {
    await ifExists(aws.s3.send(new DeleteBucketPolicyCommand({ Bucket: id })));
  },
});

/** S3 does not know at once a principal that IAM has just made. */
async function put(aws: Aws, bucket: string, policy: string): Promise<void> {
  await aws.eventually(
    `S3 to take the policy of ${bucket}`,
    () => aws.s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: policy })),
    (error) => isAwsError(error, "MalformedPolicy") && error.message.includes("principal"),
  );
}
