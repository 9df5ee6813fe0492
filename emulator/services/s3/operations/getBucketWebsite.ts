import { website } from "../configurations/website.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows how a bucket is a web site. Throws `NoSuchWebsiteConfiguration`. */
export const getBucketWebsite = readConfiguration("GetBucketWebsite", website);
