import type { DeleteVolumeCommandInput } from "@aws-sdk/client-ec2";
import type { Input } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findVolume } from "../findVolume.ts";
import { volumeAccess } from "../volumeAccess.ts";

/** Deletes a volume. Its snapshots stay. */
export const deleteVolume = ec2Operation<Input<DeleteVolumeCommandInput>, object>({
  name: "DeleteVolume",
  readOnly: false,
  access: (context, { VolumeId }) => [volumeAccess(context, "DeleteVolume", VolumeId)],
  run: (context, { VolumeId }) => {
    context.state.ec2.removeVolume(findVolume(context, VolumeId));
    return {};
  },
});
