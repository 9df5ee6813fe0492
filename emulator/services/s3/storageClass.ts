import { AwsError } from "../../awsError.ts";
import type { ObjectContent } from "./bucket.ts";

/** The storage classes of general purpose buckets. Source: S3 User Guide, "Understanding and managing Amazon S3 storage classes". */
const storageClasses = [
  "STANDARD",
  "REDUCED_REDUNDANCY",
  "STANDARD_IA",
  "ONEZONE_IA",
  "INTELLIGENT_TIERING",
  "GLACIER",
  "DEEP_ARCHIVE",
  "GLACIER_IR",
] as const;

export type StorageClass = (typeof storageClasses)[number];

/** Classes whose objects must be restored before they can be read. Source: S3 API Reference, GetObject. */
const archives: ReadonlySet<StorageClass> = new Set<StorageClass>(["GLACIER", "DEEP_ARCHIVE"]);

/** The class that a request asks for. Throws `InvalidStorageClass` for one that only other kinds of buckets have. */
export function readStorageClass(asked = "STANDARD"): StorageClass {
  const known = storageClasses.find((one) => one === asked);
  if (known) return known;
  throw new AwsError("InvalidStorageClass", "The storage class you specified is not valid", {
    members: { StorageClassRequested: asked },
  });
}

/** The class as headers state it: that of most objects is left out. Source: S3 API Reference, HeadObject. */
export function shownStorageClass({ storageClass }: Pick<ObjectContent, "storageClass">): StorageClass | undefined {
  return storageClass === "STANDARD" ? undefined : storageClass;
}

/** Throws `InvalidObjectState` for an archived object: none can be restored here. Source: S3 API Reference, GetObject. */
export function refuseArchived({ storageClass: StorageClass }: Pick<ObjectContent, "storageClass">): void {
  if (!archives.has(StorageClass)) return;
  throw new AwsError("InvalidObjectState", "The operation is not valid for the object's storage class", {
    status: 403,
    members: { StorageClass },
  });
}

/** Throws `ObjectNotInActiveTierError` for an archived object. Source: S3 API Reference, CopyObject. */
export function refuseArchivedSource({ storageClass }: Pick<ObjectContent, "storageClass">): void {
  if (!archives.has(storageClass)) return;
  const message =
    "The source object of the COPY action is not in the active tier and is only stored in Amazon S3 Glacier.";
  throw new AwsError("ObjectNotInActiveTierError", message, { status: 403 });
}
