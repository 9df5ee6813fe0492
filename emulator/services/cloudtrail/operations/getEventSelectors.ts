import type { GetEventSelectorsCommandInput, GetEventSelectorsCommandOutput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTrail } from "../findTrail.ts";
import { shownSelectors } from "../shownSelectors.ts";
import { trailAccess } from "../trailAccess.ts";

/** Shows which events a trail records. */
export const getEventSelectors = operation<
  Input<GetEventSelectorsCommandInput>,
  Output<GetEventSelectorsCommandOutput>
>({
  service: "cloudtrail",
  name: "GetEventSelectors",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html",
  readOnly: true,
  access: (context, { TrailName }) => trailAccess(context, "GetEventSelectors", TrailName),
  run: (context, { TrailName }) => {
    const { arn, selectors } = findTrail(context, TrailName);
    return { TrailARN: arn, ...shownSelectors(selectors) };
  },
});
