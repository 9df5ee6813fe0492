import type { StoredConfiguration } from "./storedConfiguration.ts";

/** Where the access log of a bucket goes. It is kept, and no log is delivered here. */
export const logging: StoredConfiguration<"logging"> = {
  name: "logging",
  actions: { read: "GetBucketLogging", write: "PutBucketLogging" },
  ofNone: () => ({}),
};
