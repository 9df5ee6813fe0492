import type { AttachVolumeCommandInput } from "@aws-sdk/client-ec2";
import type { Input } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findVolume } from "../findVolume.ts";
import { instanceAccess, noInstance } from "../noInstance.ts";
import { volumeAccess } from "../volumeAccess.ts";

/** Would attach a volume to an instance; there are none. */
export const attachVolume = ec2Operation<Input<AttachVolumeCommandInput>, object>({
  name: "AttachVolume",
  readOnly: false,
  access: (context, { VolumeId, InstanceId }) => [
    instanceAccess(context, "AttachVolume", InstanceId),
    volumeAccess(context, "AttachVolume", VolumeId),
  ],
  run: (context, { VolumeId, InstanceId }) => {
    findVolume(context, VolumeId);
    throw noInstance(InstanceId);
  },
});
