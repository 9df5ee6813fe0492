import type { DescribeTrailsCommandInput, DescribeTrailsCommandOutput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input, type Output } from "../../../operation.ts";
import { trailsShownIn } from "../findTrail.ts";
import { shownTrail } from "../shownTrail.ts";
import { accountAccess } from "../trailAccess.ts";

/** Shows the trails of a region; shadows of other regions' trails too, unless told otherwise. Unknown names are left out. */
export const describeTrails = operation<Input<DescribeTrailsCommandInput>, Output<DescribeTrailsCommandOutput>>({
  service: "cloudtrail",
  name: "DescribeTrails",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html",
  readOnly: true,
  access: (context) => accountAccess(context, "DescribeTrails"),
  run: (context, { trailNameList: names = [], includeShadowTrails = true }) => {
    const trails = trailsShownIn(context)
      .filter(({ homeRegion }) => includeShadowTrails || homeRegion === context.region)
      .filter(({ name, arn }) => names.length === 0 || names.includes(name) || names.includes(arn));
    return { trailList: trails.map(shownTrail) };
  },
});
