import { noneYet, type StoredConfiguration } from "./storedConfiguration.ts";

/** Where objects are copied to. Source of the error: public transcripts. */
export const replication: StoredConfiguration<"replication"> = {
  name: "replication",
  actions: { read: "GetReplicationConfiguration", write: "PutReplicationConfiguration" },
  ofNone: noneYet("ReplicationConfigurationNotFoundError", "The replication configuration was not found"),
};
