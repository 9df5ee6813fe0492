import type { DescribeRegionsCommandInput, DescribeRegionsCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { invalidValue } from "../errors.ts";
import { filtered } from "../filters.ts";
import { enabledRegions, optInRegions } from "../regions.ts";

/** Lists the regions of AWS. All of them work here. */
export const describeRegions = ec2Operation<Input<DescribeRegionsCommandInput>, Output<DescribeRegionsCommandOutput>>({
  name: "DescribeRegions",
  readOnly: true,
  access: (context) => [accountAccess(context, "DescribeRegions")],
  run: (_context, { RegionNames = [], AllRegions, Filters }) => {
    const known = [...enabledRegions, ...optInRegions];
    const unknown = RegionNames.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw invalidValue(`Invalid region names provided: ${unknown.join(", ")}`);
    const all = AllRegions ? known : enabledRegions;
    const regions = (RegionNames.length > 0 ? RegionNames : all).map((name) => ({
      RegionName: name,
      Endpoint: `ec2.${name}.amazonaws.com`,
      OptInStatus: enabledRegions.includes(name) ? "opt-in-not-required" : "not-opted-in",
    }));
    const Regions = filtered(regions, Filters, {
      endpoint: ({ Endpoint }) => Endpoint,
      "opt-in-status": ({ OptInStatus }) => OptInStatus,
      "region-name": ({ RegionName }) => RegionName,
    });
    return { Regions };
  },
});
