import type { CreateVolumeCommandInput, CreateVolumeCommandOutput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { Input, NeededAccess, Output } from "../../../operation.ts";
import { madeBefore } from "../clientToken.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { invalidCombination, invalidValue } from "../errors.ts";
import { findSnapshot } from "../findSnapshot.ts";
import { newId } from "../newId.ts";
import { shownVolume } from "../shownVolume.ts";
import type { Snapshot } from "../snapshot.ts";
import { sourceSnapshotAccess } from "../snapshotAccess.ts";
import { tagsWith } from "../tags.ts";
import { accessToMake, specifiedTags } from "../tagSpecifications.ts";
import { Volume } from "../volume.ts";
import { volumeAccess } from "../volumeAccess.ts";
import { volumeEncryption } from "../volumeEncryption.ts";
import { volumeSettings, type VolumeSettings } from "../volumeSettings.ts";
import { findZone, type Zone } from "../zones.ts";

type CreateVolumeInput = Input<CreateVolumeCommandInput>;

/**
 * Creates a volume, empty or of a snapshot. Where KMS does not let the caller use the key, the answer is as good as any, and
 * the volume disappears a moment later.
 */
export const createVolume = ec2Operation<CreateVolumeInput, Output<CreateVolumeCommandOutput>>({
  name: "CreateVolume",
  readOnly: false,
  unsupported: ["OutpostArn", "Operator", "VolumeInitializationRate"],
  access: (context, input) => [
    ...accessToMake(creationAccess(context, input), specifiedTags(input.TagSpecifications, "volume")),
    ...(input.SnapshotId === undefined ? [] : [sourceSnapshotAccess(context, "CreateVolume", input.SnapshotId)]),
  ],
  run: async (context, input) => {
    const request = JSON.stringify(input);
    const known = madeBefore(context, input.ClientToken, request);
    if (known) return shownVolume(known, context.now);
    const volume = await newVolume(context, input);
    context.state.ec2.addVolume(volume);
    if (input.ClientToken !== undefined) {
      context.state.ec2.madeWith.set(input.ClientToken, { request, volumeId: volume.id });
    }
    return shownVolume(volume, context.now);
  },
});

async function newVolume(context: CallContext, input: CreateVolumeInput): Promise<Volume> {
  const { instance, accountId, region, now } = context;
  const snapshot = input.SnapshotId === undefined ? undefined : sourceOf(context, input.SnapshotId);
  const settings = settingsOf(input, snapshot);
  const zone = requestedZone(context, input);
  const tags = tagsWith(undefined, specifiedTags(input.TagSpecifications, "volume"));
  const id = newId(instance.random, "vol");
  const arn = `arn:aws:ec2:${region}:${accountId}:volume/${id}`;
  const encryption = await volumeEncryption(context, input, { id, arn }, snapshot);
  return new Volume({
    id,
    accountId,
    region,
    zone,
    createdAt: now,
    snapshotId: snapshot?.id,
    encryption,
    settings,
    tags,
  });
}

function sourceOf(context: CallContext, id: string): Snapshot {
  const snapshot = findSnapshot(context, id);
  if (snapshot.state(context.now) !== "error") return snapshot;
  throw new AwsError("IncorrectState", `Snapshot is in invalid state - ${snapshot.id}`);
}

function settingsOf(input: CreateVolumeInput, snapshot: Snapshot | undefined): VolumeSettings {
  const { Size: size = snapshot?.size, VolumeType: type = "gp2", Iops: iops, Throughput: throughput } = input;
  if (size === undefined) {
    throw new AwsError("MissingParameter", "The request must contain the parameter size/snapshot");
  }
  if (snapshot && size < snapshot.size) {
    throw invalidValue(
      `The size of a volume (${size}GiB) must be equal to or larger than the snapshot size (${snapshot.size}GiB).`,
    );
  }
  return volumeSettings({ type, size, iops, throughput, isMultiAttach: input.MultiAttachEnabled ?? false });
}

function requestedZone({ region }: CallContext, input: CreateVolumeInput): Zone {
  const { AvailabilityZone: name, AvailabilityZoneId: id } = input;
  if (name !== undefined && id !== undefined) {
    throw invalidCombination("AvailabilityZone and AvailabilityZoneId exclude each other: leave one of them out.");
  }
  const wanted = name ?? id;
  if (wanted !== undefined) return findZone(region, wanted);
  throw new AwsError("MissingParameter", "The request must contain the parameter availabilityZone");
}

/** The settings as stated, because a refusal comes before what is wrong with them. */
function creationAccess(context: CallContext, input: CreateVolumeInput): NeededAccess {
  const { region, state } = context;
  const parent = input.SnapshotId === undefined ? undefined : `arn:aws:ec2:${region}::snapshot/${input.SnapshotId}`;
  return volumeAccess(context, "CreateVolume", "*", {
    "ec2:AvailabilityZone": input.AvailabilityZone,
    "ec2:AvailabilityZoneId": input.AvailabilityZoneId,
    "ec2:Encrypted": input.Encrypted === true || state.ec2.encryptsByDefault,
    "ec2:KmsKeyId": input.KmsKeyId,
    "ec2:ParentSnapshot": parent,
    "ec2:VolumeIops": input.Iops,
    "ec2:VolumeSize": input.Size,
    "ec2:VolumeThroughput": input.Throughput,
    "ec2:VolumeType": input.VolumeType ?? "gp2",
  });
}
