import type { PolicyDocument } from "./policyDocument.ts";

/**
 * The policy of somebody who may look into the event history and read the files of one trail, and change neither.
 * Source: Service Authorization Reference, "AWS CloudTrail" (LookupEvents knows no resources) and "Amazon S3".
 */
export function trailReaderPolicy(bucketArn: string): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: "cloudtrail:LookupEvents", Resource: "*" },
      { Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn },
      { Effect: "Allow", Action: "s3:GetObject", Resource: `${bucketArn}/AWSLogs/*` },
    ],
  };
}
