import type {
  DescribeVolumesModificationsCommandInput,
  DescribeVolumesModificationsCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../awsError.ts";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { filtered } from "../filters.ts";
import { page } from "../page.ts";
import { requestedVolumes } from "../requestedVolumes.ts";
import { shownModification } from "../shownModification.ts";

/** Tells how far the last changes of volumes are. Volumes that were never changed have none. */
export const describeVolumesModifications = ec2Operation<
  Input<DescribeVolumesModificationsCommandInput>,
  Output<DescribeVolumesModificationsCommandOutput>
>({
  name: "DescribeVolumesModifications",
  readOnly: true,
  access: (context) => [accountAccess(context, "DescribeVolumesModifications")],
  run: (context, { VolumeIds, Filters, ...request }) => {
    const volumes = requestedVolumes(context, { VolumeIds });
    const never = VolumeIds && volumes.find(({ modification }) => !modification);
    if (never) {
      throw new AwsError("InvalidVolumeModification.NotFound", `Modification for volume '${never.id}' does not exist.`);
    }
    const all = volumes.flatMap((volume) =>
      volume.modification ? [shownModification(volume, volume.modification, context.now)] : [],
    );
    const found = filtered(all, Filters, {
      "modification-state": ({ ModificationState }) => ModificationState,
      "original-size": ({ OriginalSize }) => String(OriginalSize),
      "original-volume-type": ({ OriginalVolumeType }) => OriginalVolumeType,
      "target-size": ({ TargetSize }) => String(TargetSize),
      "target-volume-type": ({ TargetVolumeType }) => TargetVolumeType,
      "volume-id": ({ VolumeId }) => VolumeId,
    });
    const { items, NextToken } = page(found, ({ VolumeId = "" }) => VolumeId, { ...request, ids: VolumeIds });
    return { NextToken, VolumesModifications: items };
  },
});
