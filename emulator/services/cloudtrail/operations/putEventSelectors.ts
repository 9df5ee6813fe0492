import type { PutEventSelectorsCommandInput, PutEventSelectorsCommandOutput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkSelectors } from "../checkSelectors.ts";
import { findTrailAtHome } from "../findTrail.ts";
import { shownSelectors } from "../shownSelectors.ts";
import { trailAccess } from "../trailAccess.ts";

/** Says which events a trail records, in place of what was said before. */
export const putEventSelectors = operation<
  Input<PutEventSelectorsCommandInput>,
  Output<PutEventSelectorsCommandOutput>
>({
  service: "cloudtrail",
  name: "PutEventSelectors",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html",
  readOnly: false,
  access: (context, { TrailName }) => trailAccess(context, "PutEventSelectors", TrailName),
  run: (context, { TrailName, EventSelectors: basic, AdvancedEventSelectors: advanced }) => {
    const trail = findTrailAtHome(context, TrailName);
    checkSelectors({ basic, advanced });
    trail.selectors = { basic, advanced };
    return { TrailARN: trail.arn, ...shownSelectors(trail.selectors) };
  },
});
