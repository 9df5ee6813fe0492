import { lifecycle } from "../configurations/lifecycle.ts";
import { removeConfiguration } from "../configurations/removeConfiguration.ts";

/** Takes a bucket's rules for deleting and moving objects away. */
export const deleteBucketLifecycle = removeConfiguration("DeleteBucketLifecycle", lifecycle);
