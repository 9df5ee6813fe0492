import { currentVersion, type Bucket } from "./bucket.ts";
import { noSuchKey, preconditionFailed } from "./shownObject.ts";
import { unquoted } from "./unquoted.ts";

/**
 * Throws `PreconditionFailed` for an object that is there although it must not be, or is another than it must be, and
 * `NoSuchKey` for one that is not there. To be called right before the object is written: of requests at the same time, one
 * wins. Source: S3 User Guide, "How to prevent object overwrites with conditional writes".
 */
export function checkWriteConditions(
  bucket: Bucket,
  { Key, IfMatch, IfNoneMatch }: { readonly Key: string; readonly IfMatch?: string; readonly IfNoneMatch?: string },
): void {
  const existing = currentVersion(bucket, Key)?.content;
  if (IfNoneMatch !== undefined && existing) throw preconditionFailed();
  if (IfMatch === undefined) return;
  if (!existing) throw noSuchKey(Key);
  if (unquoted(existing.eTag) !== unquoted(IfMatch)) throw preconditionFailed();
}
