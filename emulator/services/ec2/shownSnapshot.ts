import type { Snapshot as ShownSnapshot } from "@aws-sdk/client-ec2";
import type { Snapshot } from "./snapshot.ts";
import { shownTags } from "./tags.ts";

/** What EC2 says of a snapshot that it could not encrypt. Source: public reports of failed copies. */
const inaccessible = "Given key ID is not accessible. You must have DescribeKey permissions on the default CMK.";

export function shownSnapshot(snapshot: Snapshot, now: Date): ShownSnapshot {
  const state = snapshot.state(now);
  return {
    SnapshotId: snapshot.id,
    VolumeId: snapshot.volumeId,
    State: state,
    StateMessage: state === "error" ? inaccessible : undefined,
    StartTime: snapshot.startedAt,
    CompletionTime: state === "completed" ? snapshot.startedAt : undefined,
    Progress: state === "completed" ? "100%" : "",
    OwnerId: snapshot.accountId,
    Description: snapshot.description,
    VolumeSize: snapshot.size,
    Encrypted: snapshot.encryption !== undefined,
    KmsKeyId: snapshot.encryption?.kmsKeyId,
    StorageTier: "standard",
    Tags: shownTags(snapshot.tags),
  };
}
