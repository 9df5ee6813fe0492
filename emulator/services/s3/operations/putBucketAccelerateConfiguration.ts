import type { PutBucketAccelerateConfigurationCommandInput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import type { Input } from "../../../operation.ts";
import { accelerate } from "../configurations/accelerate.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";

/**
 * Gives a bucket an accelerated endpoint, or none. Throws `InvalidRequest` for a bucket whose name has dots. Source:
 * S3 User Guide, "Requirements for using Amazon S3 Transfer Acceleration"; the wording is not recorded anywhere.
 */
export const putBucketAccelerateConfiguration = writeConfiguration("PutBucketAccelerateConfiguration", accelerate, {
  read: ({ AccelerateConfiguration: { Status } }: Input<PutBucketAccelerateConfigurationCommandInput>, { name }) => {
    if (!name.includes(".")) return { Status };
    throw new AwsError(
      "InvalidRequest",
      "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names",
    );
  },
});
