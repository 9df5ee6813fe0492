import type { DeleteSnapshotCommandInput } from "@aws-sdk/client-ec2";
import type { Input } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findSnapshot } from "../findSnapshot.ts";
import { snapshotAccess } from "../snapshotAccess.ts";

/** Deletes a snapshot. Volumes that were made of it stay. */
export const deleteSnapshot = ec2Operation<Input<DeleteSnapshotCommandInput>, object>({
  name: "DeleteSnapshot",
  readOnly: false,
  access: (context, { SnapshotId }) => [snapshotAccess(context, "DeleteSnapshot", SnapshotId)],
  run: (context, { SnapshotId }) => {
    context.state.ec2.removeSnapshot(findSnapshot(context, SnapshotId));
    return {};
  },
});
