import type { DescribeVolumeStatusCommandInput, DescribeVolumeStatusCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { filtered } from "../filters.ts";
import { page } from "../page.ts";
import { requestedVolumes } from "../requestedVolumes.ts";

/** Tells how volumes are: always well. */
export const describeVolumeStatus = ec2Operation<
  Input<DescribeVolumeStatusCommandInput>,
  Output<DescribeVolumeStatusCommandOutput>
>({
  name: "DescribeVolumeStatus",
  readOnly: true,
  unsupported: ["IncludeManagedResources"],
  access: (context) => [accountAccess(context, "DescribeVolumeStatus")],
  run: (context, input) => {
    const all = requestedVolumes(context, { VolumeIds: input.VolumeIds });
    const found = filtered(all, input.Filters, {
      "availability-zone": ({ zone }) => zone.name,
      "volume-status.status": () => "ok",
      "volume-status.details-name": () => ["io-enabled", "io-performance"],
      "volume-status.details-status": () => ["passed", "not-applicable"],
    });
    const { items, NextToken } = page(found, ({ id }) => id, { ...input, ids: input.VolumeIds });
    const VolumeStatuses = items.map(({ id, zone }) => ({
      VolumeId: id,
      AvailabilityZone: zone.name,
      AvailabilityZoneId: zone.id,
      VolumeStatus: {
        Status: "ok" as const,
        Details: [
          { Name: "io-enabled" as const, Status: "passed" },
          { Name: "io-performance" as const, Status: "not-applicable" },
        ],
      },
      Actions: [],
      Events: [],
    }));
    return { NextToken, VolumeStatuses };
  },
});
