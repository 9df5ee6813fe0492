import type { CreateSnapshotCommandInput, CreateSnapshotCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findVolume } from "../findVolume.ts";
import { newId } from "../newId.ts";
import { shownSnapshot } from "../shownSnapshot.ts";
import { Snapshot } from "../snapshot.ts";
import { newSnapshotAccess } from "../snapshotAccess.ts";
import { tagsWith } from "../tags.ts";
import { accessToMake, specifiedTags } from "../tagSpecifications.ts";
import { volumeAccess } from "../volumeAccess.ts";

/** Makes a snapshot of a volume. It is encrypted as the volume is, with its data key: KMS is not asked. */
export const createSnapshot = ec2Operation<Input<CreateSnapshotCommandInput>, Output<CreateSnapshotCommandOutput>>({
  name: "CreateSnapshot",
  readOnly: false,
  unsupported: ["OutpostArn", "Location"],
  access: (context, { VolumeId, TagSpecifications }) => {
    const of = volumeAccess(context, "CreateSnapshot", VolumeId);
    const volume = context.state.ec2.volume(VolumeId);
    const making = newSnapshotAccess(context, "CreateSnapshot", {
      "ec2:ParentVolume": of.resource.arn,
      "ec2:SourceAvailabilityZone": volume?.zone.name,
      "ec2:VolumeSize": volume?.settings.size,
    });
    return [...accessToMake(making, specifiedTags(TagSpecifications, "snapshot")), of];
  },
  run: (context, { VolumeId, Description = "", TagSpecifications }) => {
    const { instance, accountId, region, now, state } = context;
    const { settings, encryption } = findVolume(context, VolumeId);
    const snapshot = new Snapshot({
      id: newId(instance.random, "snap"),
      accountId,
      region,
      startedAt: now,
      description: Description,
      volumeId: VolumeId,
      size: settings.size,
      encryption,
      tags: tagsWith(undefined, specifiedTags(TagSpecifications, "snapshot")),
    });
    state.ec2.addSnapshot(snapshot);
    return shownSnapshot(snapshot, now);
  },
});
