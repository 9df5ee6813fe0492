import type { DescribeVolumesCommandInput, DescribeVolumesCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { page } from "../page.ts";
import { requestedVolumes } from "../requestedVolumes.ts";
import { shownVolume } from "../shownVolume.ts";

/** Lists volumes. Nothing is ever attached: there are no instances. */
export const describeVolumes = ec2Operation<Input<DescribeVolumesCommandInput>, Output<DescribeVolumesCommandOutput>>({
  name: "DescribeVolumes",
  readOnly: true,
  unsupported: ["IncludeManagedResources"],
  access: (context) => [accountAccess(context, "DescribeVolumes")],
  run: (context, input) => {
    const found = requestedVolumes(context, input);
    const { items, NextToken } = page(found, ({ id }) => id, { ...input, ids: input.VolumeIds });
    return { NextToken, Volumes: items.map((volume) => ({ ...shownVolume(volume, context.now), Attachments: [] })) };
  },
});
