import { ownershipControls } from "../configurations/ownershipControls.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows who owns the objects of a bucket. Throws `OwnershipControlsNotFoundError`. */
export const getBucketOwnershipControls = readConfiguration("GetBucketOwnershipControls", ownershipControls);
