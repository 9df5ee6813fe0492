import type { ObjectContent } from "../bucket.ts";

/** What lists tell of the content of an object. */
export function listedContent({ eTag: ETag, size: Size, checksum, storageClass: StorageClass }: ObjectContent) {
  const { algorithm, type: ChecksumType } = checksum;
  return { ETag, ChecksumAlgorithm: [algorithm], ChecksumType, Size, StorageClass };
}
