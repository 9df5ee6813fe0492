import type { OneOrMany, PolicyDocument } from "./policyDocument.ts";

/** What a bucket policy denies everybody on the bucket's objects, whatever else allows it. */
export interface BucketDenial {
  readonly Sid: string;
  readonly Action: OneOrMany;
  /** When it is denied: by condition operator, then by condition key. */
  readonly Condition: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

/**
 * A bucket policy that gives nobody anything.
 * Source: S3 User Guide, "Protecting data with server-side encryption", whose policies deny in this way.
 */
export function denyingBucketPolicy(bucketArn: string, denials: readonly BucketDenial[]): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: denials.map(({ Sid, Action, Condition }) => ({
      Sid,
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action,
      Resource: `${bucketArn}/*`,
      Condition,
    })),
  };
}
