import { CreateBucketCommand, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import { clientsFor, type Emulator } from "./emulator.ts";

/** Makes the bucket `trail-logs`, which lets CloudTrail write to it. */
export async function makeTrailBucket(emulator: Emulator): Promise<string> {
  const Bucket = "trail-logs";
  const { s3 } = clientsFor(emulator);
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Statement = {
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: ["s3:GetBucketAcl", "s3:PutObject"],
    Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
  };
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: "2012-10-17", Statement }) }));
  return Bucket;
}
