import { requestPayment } from "../configurations/requestPayment.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Tells who pays for requests to a bucket. */
export const getBucketRequestPayment = readConfiguration("GetBucketRequestPayment", requestPayment);
