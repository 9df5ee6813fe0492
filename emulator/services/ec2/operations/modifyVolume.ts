import type { ModifyVolumeCommandInput, ModifyVolumeCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { invalidValue } from "../errors.ts";
import { findVolume } from "../findVolume.ts";
import { shownModification } from "../shownModification.ts";
import { volumeAccess } from "../volumeAccess.ts";
import { volumeSettings, type VolumeSettings } from "../volumeSettings.ts";

type ModifyVolumeInput = Input<ModifyVolumeCommandInput>;

/** Makes a volume larger or faster, or changes its type. How often that may be done is not counted here. */
export const modifyVolume = ec2Operation<ModifyVolumeInput, Output<ModifyVolumeCommandOutput>>({
  name: "ModifyVolume",
  readOnly: false,
  access: (context, { VolumeId }) => [volumeAccess(context, "ModifyVolume", VolumeId)],
  run: (context, input) => {
    const volume = findVolume(context, input.VolumeId);
    const original = volume.settings;
    const target = volumeSettings(changed(original, input));
    if (target.size < original.size) throw invalidValue("New size cannot be smaller than existing size");
    const modification = { startedAt: context.now, original, target };
    volume.settings = target;
    volume.modification = modification;
    return { VolumeModification: shownModification(volume, modification, context.now) };
  },
});

/** What was chosen for one type says nothing about another. */
function changed(original: VolumeSettings, input: ModifyVolumeInput): VolumeSettings {
  const { VolumeType: type = original.type, Size: size = original.size } = input;
  const isKept = type === original.type && type !== "gp2";
  return {
    type,
    size,
    iops: input.Iops ?? (isKept ? original.iops : undefined),
    throughput: input.Throughput ?? (isKept ? original.throughput : undefined),
    isMultiAttach: input.MultiAttachEnabled ?? original.isMultiAttach,
  };
}
