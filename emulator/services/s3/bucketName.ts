import { AwsError } from "../../awsError.ts";

/** Throws `InvalidBucketName`. Source: S3 User Guide, "General purpose bucket naming rules". */
export function checkBucketName(name: string): void {
  const isValid =
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !/\.\.|^\d+(\.\d+){3}$|^xn--|^sthree-|-s3alias$/.test(name);
  if (isValid) return;
  throw new AwsError("InvalidBucketName", "The specified bucket is not valid.", { members: { BucketName: name } });
}
