import { ownershipControls } from "../configurations/ownershipControls.ts";
import { removeConfiguration } from "../configurations/removeConfiguration.ts";

/** Takes away what was said of who owns the objects of a bucket. */
export const deleteBucketOwnershipControls = removeConfiguration("DeleteBucketOwnershipControls", ownershipControls);
