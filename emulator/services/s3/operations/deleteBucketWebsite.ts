import { website } from "../configurations/website.ts";
import { removeConfiguration } from "../configurations/removeConfiguration.ts";

/** Makes a bucket no web site any more. */
export const deleteBucketWebsite = removeConfiguration("DeleteBucketWebsite", website);
