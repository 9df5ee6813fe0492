import type { ResetSnapshotAttributeCommandInput } from "@aws-sdk/client-ec2";
import type { Input } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { invalidValue } from "../errors.ts";
import { findSnapshot } from "../findSnapshot.ts";
import { snapshotAccess } from "../snapshotAccess.ts";

/** Shares a snapshot with nobody any more. */
export const resetSnapshotAttribute = ec2Operation<Input<ResetSnapshotAttributeCommandInput>, object>({
  name: "ResetSnapshotAttribute",
  readOnly: false,
  access: (context, { SnapshotId }) => [
    snapshotAccess(context, "ResetSnapshotAttribute", SnapshotId, { "ec2:Attribute": "CreateVolumePermission" }),
  ],
  run: (context, { SnapshotId, Attribute }) => {
    if (Attribute !== "createVolumePermission") {
      throw invalidValue(`Only the attribute createVolumePermission can be reset, not ${Attribute}.`);
    }
    const snapshot = findSnapshot(context, SnapshotId);
    snapshot.sharedWith.clear();
    snapshot.isPublic = false;
    return {};
  },
});
