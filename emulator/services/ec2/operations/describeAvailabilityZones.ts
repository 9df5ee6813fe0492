import type {
  DescribeAvailabilityZonesCommandInput,
  DescribeAvailabilityZonesCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { filtered } from "../filters.ts";
import { findZone, shownZone, zonesOf } from "../zones.ts";

/** Lists the Availability Zones of the region: each region has three here, and no Local Zones. */
export const describeAvailabilityZones = ec2Operation<
  Input<DescribeAvailabilityZonesCommandInput>,
  Output<DescribeAvailabilityZonesCommandOutput>
>({
  name: "DescribeAvailabilityZones",
  readOnly: true,
  access: (context) => [accountAccess(context, "DescribeAvailabilityZones")],
  run: ({ region }, { ZoneNames = [], ZoneIds = [], Filters }) => {
    const named = [...ZoneNames, ...ZoneIds].map((zone) => findZone(region, zone));
    const zones = (named.length > 0 ? named : zonesOf(region)).map((zone) => shownZone(region, zone));
    const AvailabilityZones = filtered(zones, Filters, {
      "group-name": ({ GroupName }) => GroupName,
      message: () => [],
      "opt-in-status": ({ OptInStatus }) => OptInStatus,
      "region-name": ({ RegionName }) => RegionName,
      state: ({ State }) => State,
      "zone-id": ({ ZoneId }) => ZoneId,
      "zone-name": ({ ZoneName }) => ZoneName,
      "zone-type": ({ ZoneType }) => ZoneType,
    });
    return { AvailabilityZones };
  },
});
