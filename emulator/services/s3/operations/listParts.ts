import type { ListPartsCommandInput, ListPartsCommandOutput } from "@aws-sdk/client-s3";
import { canonicalUserId } from "../../../authorization/matchPrincipal.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checksumMembers } from "../checksums/checksum.ts";
import { eTagOfPart } from "../multipart/eTagOfPart.ts";
import { findUpload } from "../multipart/findUpload.ts";
import { pageOfParts } from "../multipart/pageOfParts.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Lists the parts that were uploaded so far. */
export const listParts = operation<Input<ListPartsCommandInput>, Output<ListPartsCommandOutput>>({
  service: "s3",
  name: "ListParts",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html",
  readOnly: true,
  unsupported: ["SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5"],
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "ListMultipartUploadParts", Key),
  ],
  run: (context, { Bucket, Key, UploadId, MaxParts, PartNumberMarker }) => {
    const bucket = findBucket(context, Bucket);
    const upload = findUpload(bucket, Key, UploadId);
    const { parts, ...page } = pageOfParts([...upload.parts.values()], MaxParts, PartNumberMarker);
    return {
      Bucket,
      Key,
      UploadId,
      ...page,
      Parts: parts.map((part) => ({
        PartNumber: part.number,
        LastModified: part.lastModified,
        ETag: eTagOfPart(part),
        Size: part.size,
        ...(upload.checksum && checksumMembers(part.checksum)),
      })),
      Initiator: { ID: upload.initiator },
      Owner: { ID: canonicalUserId(bucket.accountId) },
      StorageClass: upload.storageClass,
      ChecksumAlgorithm: upload.checksum?.algorithm,
      ChecksumType: upload.checksum?.type,
    };
  },
});
