import { accelerate } from "../configurations/accelerate.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Tells whether a bucket has an accelerated endpoint; nothing, if that was never said. */
export const getBucketAccelerateConfiguration = readConfiguration("GetBucketAccelerateConfiguration", accelerate);
