import type { UploadPartCommandInput, UploadPartCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkDigests } from "../checksums/checkDigests.ts";
import { checksumMembers } from "../checksums/checksum.ts";
import { statedChecksum } from "../checksums/statedChecksum.ts";
import { addPart } from "../multipart/addPart.ts";
import { checkPartChecksum } from "../multipart/checkPartChecksum.ts";
import { eTagOfPart } from "../multipart/eTagOfPart.ts";
import { findUpload } from "../multipart/findUpload.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import { shownEncryption } from "../shownObject.ts";
import { customerKeys, otherChecksums } from "../unsupported.ts";
import { writeConditions } from "../writeConditions.ts";

/** The body as it came over the wire. */
type UploadPartInput = Omit<Input<UploadPartCommandInput>, "Body"> & { readonly Body?: Uint8Array };

/** Uploads one part. Under KMS, the caller needs kms:Decrypt. */
export const uploadPart = operation<UploadPartInput, Output<UploadPartCommandOutput>>({
  service: "s3",
  name: "UploadPart",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html",
  readOnly: false,
  unsupported: [...customerKeys, ...otherChecksums],
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key }) => [
    s3Access(
      context,
      expectedBucket(context, { Bucket, ExpectedBucketOwner }),
      "PutObject",
      Key,
      writeConditions({}, false),
    ),
  ],
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const upload = findUpload(bucket, input.Key, input.UploadId);
    checkPartChecksum(upload, input);
    const body = Buffer.from(input.Body ?? []);
    const part = await addPart(context, bucket, upload, input.PartNumber, body, checkDigests(body, input));
    const stated = statedChecksum(input);
    return { ETag: eTagOfPart(part), ...(stated && checksumMembers(stated)), ...shownEncryption(upload) };
  },
});
