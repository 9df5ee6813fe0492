import type { ObjectOwnership } from "@aws-sdk/client-s3";
import type { BucketConfigurations } from "./bucketConfigurations.ts";

/** The ownership controls of a bucket whose objects are owned in a way: one rule, which is all that a bucket can have. */
export function ownedAs(ownership: ObjectOwnership): BucketConfigurations["ownershipControls"] {
  return { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } };
}
