import type { Bucket } from "../bucket.ts";
import { checksumMembers } from "../checksums/checksum.ts";
import { shownEncryption, shownVersion, type StoredObject } from "../shownObject.ts";
import { shownStorageClass } from "../storageClass.ts";
import type { AskedPart } from "./askedPart.ts";

/**
 * What GetObject and HeadObject tell of an object.
 *
 * @param checksumMode its checksum is for those who ask for it (`ENABLED`)
 */
export function described(
  bucket: Bucket,
  object: StoredObject,
  { bytes, checksum, partsCount: PartsCount }: AskedPart,
  checksumMode: string | undefined,
) {
  const { content, lastModified: LastModified } = object;
  return {
    ...content.headers,
    ContentType: content.headers.ContentType ?? "binary/octet-stream",
    AcceptRanges: "bytes",
    ETag: content.eTag,
    LastModified,
    Metadata: { ...content.metadata },
    VersionId: shownVersion(bucket, object),
    ContentLength: bytes ? bytes.end - bytes.begin : content.size,
    TagCount: content.tags?.size,
    ContentRange: bytes?.contentRange,
    PartsCount,
    StorageClass: shownStorageClass(content),
    ...(checksumMode === "ENABLED" && checksum && { ...checksumMembers(checksum), ChecksumType: checksum.type }),
    ...shownEncryption(content),
  };
}
