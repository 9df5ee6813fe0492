import type { PutObjectLockConfigurationCommandInput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import { malformedXml } from "../../../protocols/parseXml.ts";
import type { Input } from "../../../operation.ts";
import { objectLock } from "../configurations/objectLock.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";
import { notCarried } from "../notCarried.ts";

/**
 * Lets versions in a bucket be locked. Nothing locks them by default here: a default retention is refused with
 * `NotImplemented`. Throws `InvalidBucketState` without versions. Source: S3 API Reference,
 * PutObjectLockConfiguration.
 */
export const putObjectLockConfiguration = writeConfiguration("PutObjectLockConfiguration", objectLock, {
  unsupported: ["RequestPayer", "Token"],
  read: ({ ObjectLockConfiguration: asked }: Input<PutObjectLockConfigurationCommandInput>, bucket) => {
    if (asked?.ObjectLockEnabled !== "Enabled") throw malformedXml();
    if (asked.Rule) throw notCarried("the default retention of a bucket with Object Lock");
    if (bucket.versioning === "Enabled") return { ObjectLockConfiguration: asked };
    throw new AwsError(
      "InvalidBucketState",
      "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
      { status: 409 },
    );
  },
});
