import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";

/** A trail with a bucket of its own, as the component of awsx makes both. */
const trail = mapping(
  z.strictObject({ name: z.string(), s3Bucket: z.strictObject({ args: z.strictObject({ bucket: z.string() }) }) }),
  ({ name, s3Bucket }) => {
    const { bucket } = s3Bucket.args;
    return [
      { operation: "s3api create-bucket", options: { bucket } },
      { operation: "s3api put-bucket-policy", options: { bucket, policy: deliveryPolicy(name, bucket) } },
      { operation: "cloudtrail create-trail", options: { name, "s3-bucket-name": bucket } },
      { operation: "cloudtrail start-logging", options: { name } },
    ];
  },
);

/** Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail". */
function deliveryPolicy(trailName: string, bucket: string) {
  const trailArn = `arn:aws:cloudtrail:us-east-1:000000000000:trail/${trailName}`;
  const common = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" } };
  return {
    Version: "2012-10-17",
    Statement: [
      {
        ...common,
        Action: "s3:GetBucketAcl",
        Resource: `arn:aws:s3:::${bucket}`,
        Condition: { StringEquals: { "aws:SourceArn": trailArn } },
      },
      {
        ...common,
        Action: "s3:PutObject",
        Resource: `arn:aws:s3:::${bucket}/AWSLogs/000000000000/*`,
        Condition: { StringEquals: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" } },
      },
    ],
  };
}

export const cloudTrailMappings: Readonly<Record<string, Mapping>> = { "awsx:cloudtrail:Trail": trail };
