import type { DetachVolumeCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../awsError.ts";
import type { Input } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findVolume } from "../findVolume.ts";
import { instanceAccess } from "../noInstance.ts";
import { volumeAccess } from "../volumeAccess.ts";

/** Would detach a volume; none is attached. */
export const detachVolume = ec2Operation<Input<DetachVolumeCommandInput>, object>({
  name: "DetachVolume",
  readOnly: false,
  access: (context, { VolumeId, InstanceId }) => [
    ...(InstanceId === undefined ? [] : [instanceAccess(context, "DetachVolume", InstanceId)]),
    volumeAccess(context, "DetachVolume", VolumeId),
  ],
  run: (context, { VolumeId }) => {
    const volume = findVolume(context, VolumeId);
    throw new AwsError("IncorrectState", `Volume '${volume.id}' is in the '${volume.state(context.now)}' state.`);
  },
});
