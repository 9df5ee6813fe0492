import { noneYet, type StoredConfiguration } from "./storedConfiguration.ts";

/** Whether versions of objects can be locked. Source of the error: public transcripts. */
export const objectLock: StoredConfiguration<"objectLock"> = {
  name: "objectLock",
  actions: { read: "GetBucketObjectLockConfiguration", write: "PutBucketObjectLockConfiguration" },
  ofNone: noneYet("ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket"),
};
