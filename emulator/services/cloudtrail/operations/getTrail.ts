import type { GetTrailCommandInput, GetTrailCommandOutput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTrail } from "../findTrail.ts";
import { shownTrail } from "../shownTrail.ts";
import { trailAccess } from "../trailAccess.ts";

/** Shows a trail. */
export const getTrail = operation<Input<GetTrailCommandInput>, Output<GetTrailCommandOutput>>({
  service: "cloudtrail",
  name: "GetTrail",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrail.html",
  readOnly: true,
  access: (context, { Name }) => trailAccess(context, "GetTrail", Name),
  run: (context, { Name }) => {
    return { Trail: shownTrail(findTrail(context, Name)) };
  },
});
