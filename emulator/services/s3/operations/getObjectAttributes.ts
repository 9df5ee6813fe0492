import type { GetObjectAttributesCommandInput, GetObjectAttributesCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import type { ObjectContent } from "../bucket.ts";
import { checksumMembers } from "../checksums/checksum.ts";
import { pageOfParts } from "../multipart/pageOfParts.ts";
import { expectedBucket, findBucket, readAccess } from "../s3Access.ts";
import { findObject, shownVersion } from "../shownObject.ts";
import { unquoted } from "../unquoted.ts";

type GetObjectAttributesInput = Input<GetObjectAttributesCommandInput>;

/** Tells what is asked of an object: among others its checksum, and the parts that it was uploaded in. */
export const getObjectAttributes = operation<GetObjectAttributesInput, Output<GetObjectAttributesCommandOutput>>({
  service: "s3",
  name: "GetObjectAttributes",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html",
  readOnly: true,
  unsupported: ["SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5"],
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key, VersionId }) => {
    const bucket = expectedBucket(context, { Bucket, ExpectedBucketOwner });
    return [
      ...readAccess(context, bucket, Key, VersionId),
      ...readAccess(context, bucket, Key, VersionId, "Attributes"),
    ];
  },
  run: (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const object = findObject(bucket, input.Key, input.VersionId);
    const { eTag, size, checksum, storageClass } = object.content;
    const asked = new Set<string>(input.ObjectAttributes);
    return {
      LastModified: object.lastModified,
      VersionId: shownVersion(bucket, object),
      ETag: asked.has("ETag") ? unquoted(eTag) : undefined,
      Checksum: asked.has("Checksum") ? { ...checksumMembers(checksum), ChecksumType: checksum.type } : undefined,
      ObjectParts: asked.has("ObjectParts") ? shownParts(object.content, input) : undefined,
      StorageClass: asked.has("StorageClass") ? storageClass : undefined,
      ObjectSize: asked.has("ObjectSize") ? size : undefined,
    };
  },
});

/** Parts that have no checksum of their own are counted and not listed. Source: S3 API Reference, GetObjectAttributesParts. */
function shownParts({ parts: all }: ObjectContent, { MaxParts, PartNumberMarker }: GetObjectAttributesInput) {
  if (!all) return undefined;
  const TotalPartsCount = all.length;
  const listed = all.flatMap(({ number, size: Size, checksum }) => (checksum ? [{ number, Size, checksum }] : []));
  if (listed.length === 0) return { TotalPartsCount };
  const { parts, ...page } = pageOfParts(listed, MaxParts, PartNumberMarker);
  const Parts = parts.map(({ number, Size, checksum }) => ({ PartNumber: number, Size, ...checksumMembers(checksum) }));
  return { TotalPartsCount, ...page, Parts };
}
