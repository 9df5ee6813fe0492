import { logging } from "../configurations/logging.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows where the access log of a bucket is to go; nothing, if there is none. */
export const getBucketLogging = readConfiguration("GetBucketLogging", logging);
