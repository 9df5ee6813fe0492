import type { UploadedPart } from "./multipartUpload.ts";

/** The ETag of a part, with its quotation marks. */
export function eTagOfPart({ digest }: Pick<UploadedPart, "digest">): string {
  return `"${digest.toString("hex")}"`;
}
