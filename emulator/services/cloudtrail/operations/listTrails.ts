import type { ListTrailsCommandInput, ListTrailsCommandOutput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input, type Output } from "../../../operation.ts";
import { trailsOf } from "../findTrail.ts";
import { accountAccess } from "../trailAccess.ts";

/** Lists the trails of the account in all regions: at most five in each, so that one page has them. */
export const listTrails = operation<Input<ListTrailsCommandInput>, Output<ListTrailsCommandOutput>>({
  service: "cloudtrail",
  name: "ListTrails",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListTrails.html",
  readOnly: true,
  unsupported: ["NextToken"],
  access: (context) => accountAccess(context, "ListTrails"),
  run: ({ instance, accountId }) => ({
    Trails: trailsOf(instance, accountId).map(({ arn, name, homeRegion }) => ({
      TrailARN: arn,
      Name: name,
      HomeRegion: homeRegion,
    })),
  }),
});
