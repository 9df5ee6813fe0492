import { createSnapshot } from "../../../../emulator/services/ec2/operations/createSnapshot.ts";
import { createVolume } from "../../../../emulator/services/ec2/operations/createVolume.ts";
import { region, tags, type Invoke, type ServiceSamples } from "./serviceSamples.ts";

export const ec2Samples: ServiceSamples = {
  service: "ec2",
  endings: {
    // There are no instances, and the source of the copy is in a region where nothing is.
    "InvalidInstanceID.NotFound": ["AttachVolume"],
    IncorrectState: ["DetachVolume"],
    "InvalidSnapshot.NotFound": ["CopySnapshot"],
  },
  make: async (invoke) => {
    const VolumeId = await madeVolume(invoke);
    const { SnapshotId } = await invoke(createSnapshot, { VolumeId });
    return {
      members: {
        VolumeId,
        SnapshotId,
        InstanceId: "i-0123456789abcdef0",
        Device: "/dev/sdf",
        AvailabilityZone: `${region}a`,
        Size: 20,
        Resources: [VolumeId, SnapshotId],
        Tags: tags,
        OperationType: "add",
        UserIds: ["111111111111"],
      },
      ofOperation: {
        CopySnapshot: {
          SourceRegion: "eu-west-1",
          SourceSnapshotId: "snap-0123456789abcdef0",
          TagSpecifications: [{ ResourceType: "snapshot", Tags: tags }],
        },
        CreateSnapshot: { TagSpecifications: [{ ResourceType: "snapshot", Tags: tags }] },
        CreateVolume: { TagSpecifications: [{ ResourceType: "volume", Tags: tags }] },
        DeleteVolume: { VolumeId: await madeVolume(invoke) },
        DescribeSnapshotAttribute: { Attribute: "createVolumePermission" },
        DescribeVolumeAttribute: { Attribute: "autoEnableIO" },
        ModifySnapshotAttribute: { Attribute: "createVolumePermission" },
        // No ARN of a key: EC2 would ask KMS about it, as the caller.
        ModifyEbsDefaultKmsKeyId: { KmsKeyId: "alias/nothing" },
        ResetSnapshotAttribute: { Attribute: "createVolumePermission" },
      },
    };
  },
};

async function madeVolume(invoke: Invoke): Promise<string> {
  const { VolumeId = "" } = await invoke(createVolume, { AvailabilityZone: `${region}a`, Size: 10 });
  return VolumeId;
}
