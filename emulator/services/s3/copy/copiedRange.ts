import { AwsError } from "../../../awsError.ts";

/**
 * The bytes that are copied: all, or a range whose ends are both stated. Throws `InvalidArgument`.
 * Source: S3 API Reference, UploadPartCopy; the sentence about the size is recorded in issues of AWS's clients.
 */
export function copiedRange(body: Buffer, range: string | undefined): Buffer {
  if (range === undefined) return body;
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  if (first === undefined || last === undefined || Number(first) > Number(last)) {
    throw invalidRange(
      range,
      "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
    );
  }
  if (Number(last) < body.length) return body.subarray(Number(first), Number(last) + 1);
  throw invalidRange(range, `Range specified is not valid for source object of size: ${body.length}`);
}

function invalidRange(range: string, message: string): AwsError {
  const members = { ArgumentName: "x-amz-copy-source-range", ArgumentValue: range };
  return new AwsError("InvalidArgument", message, { members });
}
