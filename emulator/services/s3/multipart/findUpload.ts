import { AwsError } from "../../../awsError.ts";
import type { Bucket } from "../bucket.ts";
import type { MultipartUpload } from "./multipartUpload.ts";

/** Finds an upload in parts. Throws `NoSuchUpload`. Source: S3 API Reference, "Error responses". */
export function findUpload(bucket: Bucket, key: string, id: string): MultipartUpload {
  const upload = bucket.uploads.get(id);
  if (upload?.key === key) return upload;
  throw new AwsError(
    "NoSuchUpload",
    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
    { status: 404, members: { UploadId: id } },
  );
}
