import { tagConditions } from "../../authorization/conditions/tagConditions.ts";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import type { Snapshot } from "./snapshot.ts";
import { visibleSnapshot } from "./findSnapshot.ts";

/** The permission to change a snapshot or to ask about it: that of its owner's account alone. */
export function snapshotAccess(
  context: CallContext,
  operationName: string,
  snapshotId: string,
  conditions: ConditionValues = {},
): NeededAccess {
  const { region, accountId } = context;
  const snapshot = visibleSnapshot(context, region, snapshotId);
  return access(operationName, region, snapshotId, snapshot, snapshot?.accountId ?? accountId, conditions);
}

/** The permission to make something of a snapshot, which whoever it is shared with may have. */
export function sourceSnapshotAccess(
  context: CallContext,
  operationName: string,
  snapshotId: string,
  region = context.region,
): NeededAccess {
  return access(operationName, region, snapshotId, visibleSnapshot(context, region, snapshotId), context.accountId);
}

/** The permission to make a snapshot, which has no id yet. */
export function newSnapshotAccess(
  { region, accountId }: CallContext,
  operationName: string,
  conditions: ConditionValues,
): NeededAccess {
  return access(operationName, region, "*", undefined, accountId, conditions);
}

/** Source of the condition keys: Service Authorization Reference, "Amazon EC2". */
function access(
  operationName: string,
  region: string,
  id: string,
  snapshot: Snapshot | undefined,
  accountId: string,
  conditions: ConditionValues = {},
): NeededAccess {
  return {
    action: `ec2:${operationName}`,
    resource: {
      arn: `arn:aws:ec2:${region}::snapshot/${id}`,
      accountId,
      policyIsRequired: false,
      tags: snapshot?.tags,
    },
    conditions: { "ec2:Region": region, ...(snapshot && snapshotConditions(snapshot)), ...conditions },
  };
}

function snapshotConditions({ id, accountId, region, volumeId, startedAt, size, encryption, tags }: Snapshot) {
  return {
    "ec2:Encrypted": encryption !== undefined,
    "ec2:Owner": accountId,
    "ec2:ParentVolume": `arn:aws:ec2:${region}:${accountId}:volume/${volumeId}`,
    "ec2:SnapshotID": id,
    "ec2:SnapshotTime": startedAt.toISOString(),
    "ec2:VolumeSize": size,
    ...tagConditions("ec2:ResourceTag/", tags),
  };
}
