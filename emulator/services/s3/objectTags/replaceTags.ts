import type { Bucket } from "../bucket.ts";
import { findObject, shownVersion } from "../shownObject.ts";

/** Gives an object, or one version of it, tags in place of all that it had. Throws as {@link findObject}. */
export function replaceTags(
  bucket: Bucket,
  { Key, VersionId }: { readonly Key: string; readonly VersionId?: string },
  tags: ReadonlyMap<string, string> | undefined,
): { readonly VersionId?: string } {
  const object = findObject(bucket, Key, VersionId);
  const versions = bucket.objects.get(Key) ?? [];
  const tagged = { ...object, content: { ...object.content, tags } };
  bucket.objects.set(
    Key,
    versions.map((known) => (known.versionId === object.versionId ? tagged : known)),
  );
  return { VersionId: shownVersion(bucket, object) };
}
