import type { Bucket, ObjectVersion } from "../bucket.ts";

/** A version of an object as lists of versions have it. */
export interface ListedVersion extends Omit<ObjectVersion, "versionId"> {
  readonly id: string;
  readonly isLatest: boolean;
}

/** All versions of all objects, those of a key from the latest to the oldest. */
export function listedVersions({ objects }: Bucket): ListedVersion[] {
  return [...objects.values()].flatMap((versions) =>
    [...versions].reverse().map(({ versionId: id, ...version }, index) => ({ ...version, id, isLatest: index === 0 })),
  );
}
