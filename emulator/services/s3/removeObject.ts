import type { CallContext } from "../../callContext.ts";
import { addVersion } from "./addVersion.ts";
import type { Bucket } from "./bucket.ts";

/** Deletes an object, or one version of it. What is not there is deleted all the same. */
export function removeObject(context: CallContext, bucket: Bucket, key: string, versionId: string | undefined) {
  const { objects, versioning } = bucket;
  if (versionId === undefined && versioning) {
    return { DeleteMarker: true, VersionId: addVersion(context, bucket, key).versionId };
  }
  const versions = objects.get(key) ?? [];
  const removed = versions.find((known) => known.versionId === (versionId ?? "null"));
  const left = versions.filter((known) => known !== removed);
  if (left.length > 0) objects.set(key, left);
  else objects.delete(key);
  return versionId === undefined
    ? {}
    : { VersionId: versionId, DeleteMarker: removed && !removed.content ? true : undefined };
}
