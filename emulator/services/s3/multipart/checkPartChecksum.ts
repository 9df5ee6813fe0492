import { AwsError } from "../../../awsError.ts";
import type { ChecksumMembers } from "../checksums/checksum.ts";
import { statedChecksum } from "../checksums/statedChecksum.ts";
import type { MultipartUpload } from "./multipartUpload.ts";

/**
 * Throws `InvalidRequest` for a part that states no checksum of the algorithm that its upload was created with. An upload of
 * none takes any: answers recorded before 2025 refuse that, but since then AWS's clients state one by themselves.
 * Source: recorded in issues of AWS's clients.
 */
export function checkPartChecksum({ checksum }: MultipartUpload, part: ChecksumMembers): void {
  const expected = checksum?.algorithm.toLowerCase();
  const actual = statedChecksum(part)?.algorithm.toLowerCase() ?? "null";
  if (expected === undefined || expected === actual) return;
  throw new AwsError(
    "InvalidRequest",
    `Checksum Type mismatch occurred, expected checksum Type: ${expected}, actual checksum Type: ${actual}`,
  );
}
