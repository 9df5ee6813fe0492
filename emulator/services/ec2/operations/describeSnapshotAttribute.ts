import type {
  CreateVolumePermission,
  DescribeSnapshotAttributeCommandInput,
  DescribeSnapshotAttributeCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findSnapshot } from "../findSnapshot.ts";
import { snapshotAccess } from "../snapshotAccess.ts";

/** Shows whom a snapshot is shared with. */
export const describeSnapshotAttribute = ec2Operation<
  Input<DescribeSnapshotAttributeCommandInput>,
  Output<DescribeSnapshotAttributeCommandOutput>
>({
  name: "DescribeSnapshotAttribute",
  readOnly: true,
  access: (context, { SnapshotId }) => [snapshotAccess(context, "DescribeSnapshotAttribute", SnapshotId)],
  run: (context, { SnapshotId, Attribute }) => {
    const { id, sharedWith, isPublic } = findSnapshot(context, SnapshotId);
    if (Attribute === "productCodes") return { SnapshotId: id, ProductCodes: [] };
    const everybody: CreateVolumePermission[] = isPublic ? [{ Group: "all" }] : [];
    return {
      SnapshotId: id,
      CreateVolumePermissions: [...everybody, ...[...sharedWith].map((UserId) => ({ UserId }))],
    };
  },
});
