import { cors } from "../configurations/cors.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows which pages of other sites may read a bucket. Throws `NoSuchCORSConfiguration`. */
export const getBucketCors = readConfiguration("GetBucketCors", cors);
