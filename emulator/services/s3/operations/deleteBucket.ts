import type { DeleteBucketCommandInput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Deletes an empty bucket. */
export const deleteBucket = operation<Input<DeleteBucketCommandInput>, object>({
  service: "s3",
  name: "DeleteBucket",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html",
  readOnly: false,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "DeleteBucket"),
  ],
  run: (context, { Bucket }) => {
    const bucket = findBucket(context, Bucket);
    if (bucket.objects.size > 0) {
      throw new AwsError("BucketNotEmpty", "The bucket you tried to delete is not empty", { status: 409 });
    }
    context.instance.s3.remove(bucket);
    return {};
  },
});
