import { cors } from "../configurations/cors.ts";
import { removeConfiguration } from "../configurations/removeConfiguration.ts";

/** Lets no pages of other sites read a bucket any more. */
export const deleteBucketCors = removeConfiguration("DeleteBucketCors", cors);
