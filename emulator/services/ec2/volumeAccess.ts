import { tagConditions } from "../../authorization/conditions/tagConditions.ts";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import type { Volume } from "./volume.ts";

/**
 * The permission for an operation on a volume, which need not exist: whether it does is only told to those who may know.
 * Source of the condition keys: Service Authorization Reference, "Amazon EC2".
 */
export function volumeAccess(
  context: CallContext,
  operationName: string,
  volumeId: string,
  conditions: ConditionValues = {},
): NeededAccess {
  const { accountId, region, state } = context;
  const volume = state.ec2.volume(volumeId);
  return {
    action: `ec2:${operationName}`,
    resource: {
      arn: `arn:aws:ec2:${region}:${accountId}:volume/${volumeId}`,
      accountId,
      policyIsRequired: false,
      tags: volume?.tags,
    },
    conditions: { "ec2:Region": region, ...(volume && volumeConditions(volume)), ...conditions },
  };
}

function volumeConditions(volume: Volume): ConditionValues {
  const { id, settings, zone, encryption, snapshotId, region, tags } = volume;
  return {
    "ec2:AvailabilityZone": zone.name,
    "ec2:AvailabilityZoneId": zone.id,
    "ec2:Encrypted": encryption !== undefined,
    "ec2:ParentSnapshot": snapshotId && `arn:aws:ec2:${region}::snapshot/${snapshotId}`,
    "ec2:VolumeID": id,
    "ec2:VolumeIops": settings.iops,
    "ec2:VolumeSize": settings.size,
    "ec2:VolumeThroughput": settings.throughput,
    "ec2:VolumeType": settings.type,
    ...tagConditions("ec2:ResourceTag/", tags),
  };
}
