import type { HeadObjectCommandInput, HeadObjectCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { askedPart } from "../read/askedPart.ts";
import { described } from "../read/described.ts";
import { expectedBucket, findBucket, readAccess } from "../s3Access.ts";
import { checkConditions, findObject } from "../shownObject.ts";
import { customerKeys } from "../unsupported.ts";

/** Tells what an object is, without its content. */
export const headObject = operation<Input<HeadObjectCommandInput>, Output<HeadObjectCommandOutput>>({
  service: "s3",
  name: "HeadObject",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html",
  readOnly: true,
  unsupported: customerKeys,
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key, VersionId }) =>
    readAccess(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), Key, VersionId),
  run: (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const object = findObject(bucket, input.Key, input.VersionId);
    checkConditions(object, input);
    return described(bucket, object, askedPart(object.content, input), input.ChecksumMode);
  },
});
