import { currentVersion, type Bucket } from "./bucket.ts";
import { preconditionFailed } from "./shownObject.ts";

/** Throws `PreconditionFailed` for an object that is (not) there as the request says. Source: S3 User Guide, "Conditional writes". */
export function checkWriteConditions(
  bucket: Bucket,
  { Key, IfMatch, IfNoneMatch }: { readonly Key: string; readonly IfMatch?: string; readonly IfNoneMatch?: string },
): void {
  const existing = currentVersion(bucket, Key);
  if (IfNoneMatch !== undefined && existing) throw preconditionFailed();
  if (IfMatch !== undefined && existing?.content?.eTag !== IfMatch) throw preconditionFailed();
}
