import { lifecycle } from "../configurations/lifecycle.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows when objects of a bucket are to be deleted or moved. Throws `NoSuchLifecycleConfiguration`. */
export const getBucketLifecycleConfiguration = readConfiguration("GetBucketLifecycleConfiguration", lifecycle);
