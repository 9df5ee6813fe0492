const service = { Service: "cloudtrail.amazonaws.com" };

/**
 * The policy of a bucket that CloudTrail delivers to, as `awsx.cloudtrail.Trail` writes it. Source: CloudTrail User Guide,
 * "Amazon S3 bucket policy for CloudTrail".
 */
export function bucketPolicy(bucketArn: string): string {
  return policy([
    {
      Sid: "AWSCloudTrailAclCheck",
      Effect: "Allow",
      Principal: service,
      Action: ["s3:GetBucketAcl"],
      Resource: [bucketArn],
    },
    {
      Sid: "AWSCloudTrailWrite",
      Effect: "Allow",
      Principal: service,
      Action: ["s3:PutObject"],
      Resource: [`${bucketArn}/*`],
      Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ]);
}

/** The trust policy of the role in which CloudTrail writes to a log group. */
export const logsTrustPolicy = policy([{ Effect: "Allow", Principal: service, Action: "sts:AssumeRole" }]);

/**
 * What that role may do: make and fill the account's log streams. Source: CloudTrail User Guide, "Role policy document for
 * CloudTrail to use CloudWatch Logs for monitoring".
 */
export function logsPolicy(logGroupArn: string): string {
  const Resource = [`${logGroupArn}:log-stream:${logGroupArn.split(":")[4] ?? ""}_CloudTrail_*`];
  return policy([
    { Effect: "Allow", Action: ["logs:CreateLogStream"], Resource },
    { Effect: "Allow", Action: ["logs:PutLogEvents"], Resource },
  ]);
}

function policy(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
