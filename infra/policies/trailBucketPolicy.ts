import type { PolicyDocument } from "./policyDocument.ts";

/** Which trail writes to which bucket. */
export interface TrailBucketPolicyArgs {
  readonly bucketArn: string;
  readonly trailArn: string;
  /** The account whose events the trail records. */
  readonly accountId: string;
}

/**
 * The policy of a bucket that one trail delivers to, and no other.
 * Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".
 */
export function trailBucketPolicy({ bucketArn, trailArn, accountId }: TrailBucketPolicyArgs): PolicyDocument {
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AWSCloudTrailAclCheck20150319",
        Effect: "Allow",
        Principal,
        Action: "s3:GetBucketAcl",
        Resource: bucketArn,
        Condition: { StringEquals: { "aws:SourceArn": trailArn } },
      },
      {
        Sid: "AWSCloudTrailWrite20150319",
        Effect: "Allow",
        Principal,
        Action: "s3:PutObject",
        Resource: `${bucketArn}/AWSLogs/${accountId}/*`,
        Condition: { StringEquals: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" } },
      },
    ],
  };
}
