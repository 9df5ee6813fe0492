import type { StoredObject } from "../shownObject.ts";

/** What lists tell of an object. */
export function listedContent({ content, lastModified: LastModified }: Pick<StoredObject, "content" | "lastModified">) {
  return {
    LastModified,
    ETag: content.eTag,
    ChecksumAlgorithm: [content.checksum.algorithm],
    ChecksumType: content.checksum.type,
    Size: content.size,
    StorageClass: "STANDARD" as const,
  };
}
