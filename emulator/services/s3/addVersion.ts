import type { CallContext } from "../../callContext.ts";
import type { Bucket, ObjectContent, ObjectVersion } from "./bucket.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

/**
 * Adds a version of an object, or, without content, a delete marker. Where the bucket keeps no versions, the one called
 * `null` gives way. Source: S3 User Guide, "How S3 Versioning works".
 */
export function addVersion(
  { instance, now }: CallContext,
  { objects, versioning }: Bucket,
  key: string,
  content?: ObjectContent,
): ObjectVersion {
  const versionId = versioning === "Enabled" ? instance.random.text(32, letters) : "null";
  const others = (objects.get(key) ?? []).filter((known) => known.versionId !== versionId);
  const version = { key, versionId, lastModified: now, content };
  objects.set(key, [...others, version]);
  return version;
}
