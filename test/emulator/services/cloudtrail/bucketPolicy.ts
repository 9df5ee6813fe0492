/** What lets CloudTrail into the bucket `logs` for one trail. Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail". */
export function bucketPolicy(sourceArn: string): string {
  const cloudTrail = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" } };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        ...cloudTrail,
        Sid: "AWSCloudTrailAclCheck20150319",
        Action: "s3:GetBucketAcl",
        Resource: "arn:aws:s3:::logs",
        Condition: { StringEquals: { "aws:SourceArn": sourceArn } },
      },
      {
        ...cloudTrail,
        Sid: "AWSCloudTrailWrite20150319",
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::logs/AWSLogs/000000000000/*",
        Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": sourceArn } },
      },
    ],
  });
}
