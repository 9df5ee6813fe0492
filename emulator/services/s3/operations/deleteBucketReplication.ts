import { replication } from "../configurations/replication.ts";
import { removeConfiguration } from "../configurations/removeConfiguration.ts";

/** Takes the rules for copying objects away from a bucket. */
export const deleteBucketReplication = removeConfiguration("DeleteBucketReplication", replication);
