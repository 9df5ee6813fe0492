import type { StoredConfiguration } from "./storedConfiguration.ts";

/** Whom a bucket tells of changes: nobody, as nothing is told here. */
export const notification: StoredConfiguration<"notification"> = {
  name: "notification",
  actions: { read: "GetBucketNotification", write: "PutBucketNotification" },
  ofNone: () => ({}),
};
