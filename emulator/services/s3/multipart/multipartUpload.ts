import type { Sealed } from "../../../sealed.ts";
import type { ObjectContent } from "../bucket.ts";
import type { Checksum, ChecksumAlgorithm } from "../checksums/checksum.ts";

/** An upload in parts that is neither completed nor aborted. */
export interface MultipartUpload extends Pick<ObjectContent, "dataKey" | "metadata" | "headers" | "storageClass"> {
  readonly id: string;
  readonly key: string;
  readonly initiated: Date;
  /** The ARN of who began it. */
  readonly initiator: string;
  /** The checksum that its parts must state. Absent: S3 chooses one, and parts need not. */
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly type: Checksum["type"] };
  readonly parts: Map<number, UploadedPart>;
}

/** A part as it is kept until the upload is completed. */
export interface UploadedPart {
  readonly number: number;
  readonly size: number;
  readonly digest: Buffer;
  readonly lastModified: Date;
  readonly data: Sealed;
  readonly checksum: Checksum;
}
