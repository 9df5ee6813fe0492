import { AwsError } from "../../../awsError.ts";
import type { ObjectContent } from "../bucket.ts";
import { badChecksum } from "../checksums/checkDigests.ts";
import type { ChecksumMembers } from "../checksums/checksum.ts";
import { statedChecksum } from "../checksums/statedChecksum.ts";

/** What the request to complete an upload says of the whole. */
interface StatedWhole extends ChecksumMembers {
  readonly ChecksumType?: string;
  /** In bytes. */
  readonly MpuObjectSize?: number;
}

/**
 * Throws `BadDigest` or `InvalidRequest` for an object that is not what the request to complete it says.
 * Source: S3 API Reference, CompleteMultipartUpload; the sentence about the size is not recorded anywhere.
 */
export function checkCompleted({ size, checksum }: ObjectContent, stated: StatedWhole): void {
  const { ChecksumType = checksum.type, MpuObjectSize = size } = stated;
  if (ChecksumType !== checksum.type) {
    throw new AwsError(
      "InvalidRequest",
      `The upload was created using the ${checksum.type} checksum mode. The complete request must use the same checksum mode.`,
    );
  }
  if (MpuObjectSize !== size) {
    const message = `The provided object size of ${MpuObjectSize} bytes does not match what was computed: ${size} bytes.`;
    throw new AwsError("InvalidRequest", message);
  }
  const whole = statedChecksum(stated);
  if (whole && (whole.algorithm !== checksum.algorithm || whole.value !== checksum.value)) {
    throw badChecksum(whole.algorithm);
  }
}
