import { tagging } from "../configurations/tagging.ts";
import { removeConfiguration } from "../configurations/removeConfiguration.ts";

/** Takes all tags off a bucket. */
export const deleteBucketTagging = removeConfiguration("DeleteBucketTagging", tagging);
