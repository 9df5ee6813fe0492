import type { PutObjectCommandInput, PutObjectCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { addVersion } from "../addVersion.ts";
import { checkAcl } from "../checkAcl.ts";
import { checkDigests } from "../checksums/checkDigests.ts";
import { checksumMembers } from "../checksums/checksum.ts";
import { checkWriteConditions } from "../checkWriteConditions.ts";
import { readTaggingHeader } from "../objectTags/readTaggingHeader.ts";
import { requestObjectTags } from "../objectTags/requestObjectTags.ts";
import { protect } from "../protect.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import { shownEncryption, shownVersion } from "../shownObject.ts";
import { otherChecksums, unsupportedOfNewObjects } from "../unsupported.ts";
import { writeConditions } from "../writeConditions.ts";

/** The body as it came over the wire. */
type PutObjectInput = Omit<Input<PutObjectCommandInput>, "Body"> & { readonly Body?: Uint8Array };

/** Writes an object, or another version of it. Under KMS, the caller needs kms:GenerateDataKey; for tags, s3:PutObjectTagging. */
export const putObject = operation<PutObjectInput, Output<PutObjectCommandOutput>>({
  service: "s3",
  name: "PutObject",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
  readOnly: false,
  unsupported: [...unsupportedOfNewObjects, ...otherChecksums, "WriteOffsetBytes"],
  audit: { kind: "data" },
  access: (context, input) => {
    const bucket = expectedBucket(context, input);
    const tags = requestObjectTags(readTaggingHeader(input.Tagging));
    const needed = s3Access(context, bucket, "PutObject", input.Key, { ...writeConditions(input, true), ...tags });
    return input.Tagging ? [needed, s3Access(context, bucket, "PutObjectTagging", input.Key, tags)] : [needed];
  },
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    checkAcl(input.ACL, bucket);
    const body = Buffer.from(input.Body ?? []);
    const tags = readTaggingHeader(input.Tagging);
    const content = { ...(await protect(context, bucket, input, body, checkDigests(body, input))), tags };
    checkWriteConditions(bucket, input);
    const version = addVersion(context, bucket, input.Key, content);
    return {
      ETag: content.eTag,
      VersionId: shownVersion(bucket, version),
      ...checksumMembers(content.checksum),
      ChecksumType: content.checksum.type,
      ...shownEncryption(content),
    };
  },
});
