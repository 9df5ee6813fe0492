import type { Volume as ShownVolume } from "@aws-sdk/client-ec2";
import { shownTags } from "./tags.ts";
import type { Volume } from "./volume.ts";

export function shownVolume(volume: Volume, now: Date): ShownVolume {
  const { settings, zone, encryption } = volume;
  return {
    VolumeId: volume.id,
    Size: settings.size,
    SnapshotId: volume.snapshotId ?? "",
    AvailabilityZone: zone.name,
    AvailabilityZoneId: zone.id,
    State: volume.state(now),
    CreateTime: volume.createdAt,
    Encrypted: encryption !== undefined,
    KmsKeyId: encryption?.kmsKeyId,
    Iops: settings.iops,
    Throughput: settings.throughput,
    VolumeType: settings.type,
    MultiAttachEnabled: settings.isMultiAttach,
    Tags: shownTags(volume.tags),
  };
}
