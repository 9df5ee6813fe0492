import type { GetInsightSelectorsCommandInput, GetInsightSelectorsCommandOutput } from "@aws-sdk/client-cloudtrail";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTrail } from "../findTrail.ts";
import { accountAccess, trailAccess } from "../trailAccess.ts";

/** Answers that a trail has no insights: there are none here. */
export const getInsightSelectors = operation<
  Input<GetInsightSelectorsCommandInput>,
  Output<GetInsightSelectorsCommandOutput>
>({
  service: "cloudtrail",
  name: "GetInsightSelectors",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetInsightSelectors.html",
  readOnly: true,
  unsupported: ["EventDataStore"],
  access: (context, { TrailName }) =>
    TrailName === undefined
      ? accountAccess(context, "GetInsightSelectors")
      : trailAccess(context, "GetInsightSelectors", TrailName),
  run: (context, { TrailName }) => {
    if (TrailName === undefined) throw new AwsError("InvalidParameterCombinationException", "TrailName is missing.");
    const { arn } = findTrail(context, TrailName);
    throw new AwsError("InsightNotEnabledException", `Trail ${arn} does not have Insights enabled.`);
  },
});
