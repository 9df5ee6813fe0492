import type { DescribeVolumeAttributeCommandInput, DescribeVolumeAttributeCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findVolume } from "../findVolume.ts";
import { volumeAccess } from "../volumeAccess.ts";

/** Shows an attribute of a volume: neither can be changed here. */
export const describeVolumeAttribute = ec2Operation<
  Input<DescribeVolumeAttributeCommandInput>,
  Output<DescribeVolumeAttributeCommandOutput>
>({
  name: "DescribeVolumeAttribute",
  readOnly: true,
  access: (context, { VolumeId }) => [volumeAccess(context, "DescribeVolumeAttribute", VolumeId)],
  run: (context, input) => {
    const { id } = findVolume(context, input.VolumeId);
    if (input.Attribute === "productCodes") return { VolumeId: id, ProductCodes: [] };
    return { VolumeId: id, AutoEnableIO: { Value: false } };
  },
});
