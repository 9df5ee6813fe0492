import type { GetObjectCommandInput, GetObjectCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { openDataKey } from "../dataKeys.ts";
import { askedPart } from "../read/askedPart.ts";
import { described } from "../read/described.ts";
import { expectedBucket, findBucket, readAccess } from "../s3Access.ts";
import { open } from "../../../sealed.ts";
import { checkConditions, findObject } from "../shownObject.ts";
import { refuseArchived } from "../storageClass.ts";
import { customerKeys } from "../unsupported.ts";

/** Reads an object, or a part of it. Under KMS, the caller needs kms:Decrypt. */
export const getObject = operation<
  Input<GetObjectCommandInput>,
  Omit<Output<GetObjectCommandOutput>, "Body"> & { readonly Body: Uint8Array }
>({
  service: "s3",
  name: "GetObject",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html",
  readOnly: true,
  unsupported: customerKeys,
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key, VersionId }) =>
    readAccess(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), Key, VersionId),
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const object = findObject(bucket, input.Key, input.VersionId);
    checkConditions(object, input);
    refuseArchived(object.content);
    const part = askedPart(object.content, input);
    const whole = open(await openDataKey(context, bucket, object.content.dataKey), object.content.data);
    const { bytes } = part;
    const Body = bytes ? whole.subarray(bytes.begin, bytes.end) : whole;
    return { ...described(bucket, object, part, input.ChecksumMode), Body };
  },
});
