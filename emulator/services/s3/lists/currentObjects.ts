import type { Bucket } from "../bucket.ts";
import type { StoredObject } from "../shownObject.ts";

/** The objects of a bucket that are not deleted, in no order. */
export function currentObjects({ objects }: Bucket): StoredObject[] {
  return [...objects.values()].flatMap((versions) => {
    const latest = versions.at(-1);
    return latest?.content ? [{ ...latest, content: latest.content }] : [];
  });
}
