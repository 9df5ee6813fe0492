import type { ModifySnapshotAttributeCommandInput } from "@aws-sdk/client-ec2";
import type { CallContext } from "../../../callContext.ts";
import type { Input } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findSnapshot } from "../findSnapshot.ts";
import { checkSharing, share, sharingChange } from "../sharing.ts";
import type { Snapshot } from "../snapshot.ts";
import { snapshotAccess } from "../snapshotAccess.ts";
import { managedKey } from "../wantedKey.ts";

type ModifyInput = Input<ModifySnapshotAttributeCommandInput>;

/** Shares a snapshot with other accounts, or takes it back. */
export const modifySnapshotAttribute = ec2Operation<ModifyInput, object>({
  name: "ModifySnapshotAttribute",
  readOnly: false,
  access: (context, input) => {
    const { added, removed } = sharingChange(input);
    return [
      snapshotAccess(context, "ModifySnapshotAttribute", input.SnapshotId, {
        "ec2:Add/group": added.flatMap(({ Group }) => Group ?? []),
        "ec2:Add/userId": added.flatMap(({ UserId }) => UserId ?? []),
        "ec2:Attribute": "CreateVolumePermission",
        "ec2:Remove/group": removed.flatMap(({ Group }) => Group ?? []),
        "ec2:Remove/userId": removed.flatMap(({ UserId }) => UserId ?? []),
      }),
    ];
  },
  run: (context, input) => {
    const snapshot = findSnapshot(context, input.SnapshotId);
    const change = sharingChange(input);
    checkSharing(snapshot, change, isUnderManagedKey(context, snapshot));
    share(snapshot, change);
    return {};
  },
});

function isUnderManagedKey({ state }: CallContext, { encryption }: Snapshot): boolean {
  const alias = state.kms.alias(managedKey);
  const key = alias && state.kms.key(alias.targetKeyId);
  return key !== undefined && key.arn === encryption?.kmsKeyId;
}
