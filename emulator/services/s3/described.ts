import type { Bucket } from "./bucket.ts";
import { shownEncryption, shownVersion, type StoredObject } from "./shownObject.ts";

/** What GetObject and HeadObject tell of an object. */
export function described(bucket: Bucket, object: StoredObject) {
  const { content, lastModified: LastModified } = object;
  return {
    ...content.headers,
    ContentType: content.headers.ContentType ?? "binary/octet-stream",
    AcceptRanges: "bytes",
    ETag: content.eTag,
    LastModified,
    Metadata: { ...content.metadata },
    VersionId: shownVersion(bucket, object),
    ContentLength: content.size,
    TagCount: content.tags?.size,
    ...shownEncryption(content),
  };
}
