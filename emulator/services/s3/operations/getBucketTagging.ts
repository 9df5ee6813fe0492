import { tagging } from "../configurations/tagging.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows the tags of a bucket. Throws `NoSuchTagSet`. */
export const getBucketTagging = readConfiguration("GetBucketTagging", tagging);
