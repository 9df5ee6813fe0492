import { noneYet, type StoredConfiguration } from "./storedConfiguration.ts";

/**
 * Who owns the objects that others write. Here the owner of the bucket always does, and access control lists are refused.
 * Source of the error: public transcripts.
 */
export const ownershipControls: StoredConfiguration<"ownershipControls"> = {
  name: "ownershipControls",
  actions: { read: "GetBucketOwnershipControls", write: "PutBucketOwnershipControls" },
  ofNone: noneYet("OwnershipControlsNotFoundError", "The bucket ownership controls were not found"),
};
