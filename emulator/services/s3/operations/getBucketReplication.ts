import { replication } from "../configurations/replication.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows where objects of a bucket are copied to. Throws `ReplicationConfigurationNotFoundError`. */
export const getBucketReplication = readConfiguration("GetBucketReplication", replication);
