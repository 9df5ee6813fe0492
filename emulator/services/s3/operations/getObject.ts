import type { GetObjectCommandInput, GetObjectCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { askedChecksum } from "../checksums/askedChecksum.ts";
import { openDataKey } from "../dataKeys.ts";
import { described } from "../described.ts";
import { partOf } from "../partOf.ts";
import { findBucket, readAccess } from "../s3Access.ts";
import { open } from "../../../sealed.ts";
import { checkConditions, findObject } from "../shownObject.ts";

/** Reads an object, or a part of it. Under KMS, the caller needs kms:Decrypt. */
export const getObject = operation<
  Input<GetObjectCommandInput>,
  Omit<Output<GetObjectCommandOutput>, "Body"> & { readonly Body: Uint8Array }
>({
  service: "s3",
  name: "GetObject",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html",
  readOnly: true,
  unsupported: ["SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5", "PartNumber"],
  audit: { kind: "data" },
  access: (context, { Bucket, Key, VersionId }) => readAccess(context, findBucket(context, Bucket), Key, VersionId),
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const object = findObject(bucket, input.Key, input.VersionId);
    checkConditions(object, input);
    const whole = open(await openDataKey(context, bucket, object.content.dataKey), object.content.data);
    const { body: Body, range: ContentRange } = partOf(whole, input.Range);
    // Of a part, S3 gives no checksum of the whole.
    const checksum = ContentRange === undefined ? askedChecksum(object.content, input.ChecksumMode) : {};
    return { ...described(bucket, object), ...checksum, Body, ContentLength: Body.length, ContentRange };
  },
});
