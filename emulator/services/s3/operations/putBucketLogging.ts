import type { PutBucketLoggingCommandInput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import type { Input } from "../../../operation.ts";
import { logging } from "../configurations/logging.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";

/**
 * Says where the access log of a bucket is to go, or that there is none. Throws `InvalidTargetBucketForLogging`.
 * Source: S3 API Reference, PutBucketLogging.
 */
export const putBucketLogging = writeConfiguration("PutBucketLogging", logging, {
  read: ({ BucketLoggingStatus: { LoggingEnabled } }: Input<PutBucketLoggingCommandInput>, bucket, { instance }) => {
    if (!LoggingEnabled) return {};
    const target = instance.s3.find(LoggingEnabled.TargetBucket);
    if (target?.accountId === bucket.accountId && target.region === bucket.region) return { LoggingEnabled };
    throw new AwsError(
      "InvalidTargetBucketForLogging",
      target
        ? "The target bucket for logging must belong to the owner of the source bucket, in its region"
        : "The target bucket for logging does not exist",
      { members: { TargetBucket: LoggingEnabled.TargetBucket } },
    );
  },
});
