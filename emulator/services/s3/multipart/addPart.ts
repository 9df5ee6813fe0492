import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { seal } from "../../../sealed.ts";
import type { Bucket } from "../bucket.ts";
import type { Checksum } from "../checksums/checksum.ts";
import { contentDigest } from "../contentDigest.ts";
import { openDataKey } from "../dataKeys.ts";
import type { MultipartUpload, UploadedPart } from "./multipartUpload.ts";

/**
 * Encrypts a part of an upload; another part of the same number gives way. Under KMS, the caller must be allowed to decrypt
 * the data key of the upload. Throws KMS's errors as S3 words them, and `InvalidArgument` for a wrong number.
 * Source: S3 User Guide, "Uploading and copying objects using multipart upload", "Multipart upload with AWS KMS".
 */
export async function addPart(
  context: CallContext,
  bucket: Bucket,
  upload: MultipartUpload,
  number: number,
  body: Buffer,
  checksum: Checksum,
): Promise<UploadedPart> {
  checkPartNumber(number);
  const data = seal(await openDataKey(context, bucket, upload.dataKey), body, context.instance.random);
  const digest = contentDigest(upload.dataKey, body, context.instance.random);
  const part = { number, size: body.length, digest, lastModified: context.now, data, checksum };
  upload.parts.set(number, part);
  return part;
}

function checkPartNumber(number: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= 10_000) return;
  const members = { ArgumentName: "partNumber", ArgumentValue: number };
  throw new AwsError("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive", { members });
}
