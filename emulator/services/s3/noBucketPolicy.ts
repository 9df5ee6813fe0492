import { AwsError } from "../../awsError.ts";

/** That a bucket has no policy. */
export function noBucketPolicy(bucket: string): AwsError {
  const members = { BucketName: bucket };
  return new AwsError("NoSuchBucketPolicy", "The bucket policy does not exist", { status: 404, members });
}
