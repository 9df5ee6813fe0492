import type { CreateMultipartUploadCommandInput, CreateMultipartUploadCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { askedEncryption } from "../askedEncryption.ts";
import { checkAcl } from "../checkAcl.ts";
import { newDataKey } from "../dataKeys.ts";
import { keptDescription } from "../keptDescription.ts";
import { shownPrincipal } from "../multipart/shownPrincipal.ts";
import { uploadChecksum } from "../multipart/uploadChecksum.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import { shownEncryption } from "../shownObject.ts";
import { unsupportedOfNewObjects } from "../unsupported.ts";
import { writeConditions } from "../writeConditions.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

/** Begins an upload in parts. Under KMS, the caller needs kms:GenerateDataKey now, and kms:Decrypt for all that follows. */
export const createMultipartUpload = operation<
  Input<CreateMultipartUploadCommandInput>,
  Output<CreateMultipartUploadCommandOutput>
>({
  service: "s3",
  name: "CreateMultipartUpload",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html",
  readOnly: false,
  unsupported: [...unsupportedOfNewObjects, "Tagging"],
  audit: { kind: "data" },
  access: (context, input) => [
    s3Access(context, expectedBucket(context, input), "PutObject", input.Key, writeConditions(input, false)),
  ],
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const { Key: key, SSEKMSEncryptionContext: extraContext, ChecksumAlgorithm, ChecksumType } = input;
    checkAcl(input.ACL, bucket);
    const description = keptDescription(input);
    const checksum = uploadChecksum(ChecksumAlgorithm, ChecksumType);
    const { kept: dataKey } = await newDataKey(context, bucket, key, askedEncryption(bucket, input), extraContext);
    const id = context.instance.random.text(128, letters);
    const [initiated, initiator] = [context.now, shownPrincipal(context.caller)];
    const begun = { id, key, initiated, initiator, checksum, dataKey, parts: new Map(), ...description };
    bucket.uploads.set(id, begun);
    return {
      Bucket: bucket.name,
      Key: key,
      UploadId: id,
      ChecksumAlgorithm: checksum?.algorithm,
      ChecksumType: checksum?.type,
      ...shownEncryption(begun),
    };
  },
});
