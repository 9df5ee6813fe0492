import type { ObjectContent } from "../bucket.ts";
import { checksumMembers, type ChecksumMembers, type Checksum } from "./checksum.ts";

/** The checksum of an object, for those who ask for it. Source: S3 API Reference, GetObject, `x-amz-checksum-mode`. */
export function askedChecksum(
  { checksum }: ObjectContent,
  mode: string | undefined,
): ChecksumMembers & { readonly ChecksumType?: Checksum["type"] } {
  return mode === "ENABLED" ? { ...checksumMembers(checksum), ChecksumType: checksum.type } : {};
}
