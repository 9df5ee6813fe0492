import type { VolumeModification } from "@aws-sdk/client-ec2";
import { isOver } from "./transition.ts";
import type { Modification, Volume } from "./volume.ts";

/** A change of a volume, and how far it is. */
export function shownModification(
  { id }: Volume,
  { startedAt, original, target }: Modification,
  now: Date,
): VolumeModification {
  const isDone = isOver(startedAt, now);
  return {
    VolumeId: id,
    ModificationState: isDone ? "completed" : "modifying",
    TargetSize: target.size,
    TargetIops: target.iops,
    TargetVolumeType: target.type,
    TargetThroughput: target.throughput,
    TargetMultiAttachEnabled: target.isMultiAttach,
    OriginalSize: original.size,
    OriginalIops: original.iops,
    OriginalVolumeType: original.type,
    OriginalThroughput: original.throughput,
    OriginalMultiAttachEnabled: original.isMultiAttach,
    Progress: isDone ? 100 : 0,
    StartTime: startedAt,
    EndTime: isDone ? startedAt : undefined,
  };
}
