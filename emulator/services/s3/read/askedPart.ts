import { AwsError } from "../../../awsError.ts";
import type { ObjectContent, ObjectPart } from "../bucket.ts";
import type { Checksum } from "../checksums/checksum.ts";
import { readRange, type ByteRange } from "./readRange.ts";

/** What a request reads of an object. */
export interface AskedPart {
  /** Absent: all of it. */
  readonly bytes?: ByteRange;
  /** That of these bytes, if it is known. */
  readonly checksum?: Checksum;
  /** How many parts the object was uploaded in, for those who name one of them. */
  readonly partsCount?: number;
}

/**
 * What a request reads of an object: a range, one of the parts that it was uploaded in, or all. Throws `InvalidRange`,
 * `InvalidPartNumber`, or `InvalidRequest` for a range and a part. Source: S3 API Reference, GetObject, `partNumber`.
 */
export function askedPart(
  { size, checksum, parts }: ObjectContent,
  { Range, PartNumber }: { readonly Range?: string; readonly PartNumber?: number },
): AskedPart {
  if (PartNumber === undefined) {
    const bytes = readRange(size, Range);
    return bytes ? { bytes } : { checksum };
  }
  if (Range !== undefined) {
    throw new AwsError("InvalidRequest", "Cannot specify both Range header and partNumber query parameter");
  }
  const all: readonly ObjectPart[] = parts ?? [{ number: 1, size, checksum }];
  const index = all.findIndex(({ number }) => number === PartNumber);
  const part = all[index];
  if (!part) {
    throw new AwsError("InvalidPartNumber", "The requested partnumber is not satisfiable", { status: 416 });
  }
  const begin = all.slice(0, index).reduce((sum, before) => sum + before.size, 0);
  const bytes = part.size > 0 ? readRange(size, `bytes=${begin}-${begin + part.size - 1}`) : undefined;
  return { bytes, checksum: part.checksum, partsCount: parts?.length };
}
