import type { GetTrailStatusCommandInput, GetTrailStatusCommandOutput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTrail } from "../findTrail.ts";
import { trailStatus } from "../trailStatus.ts";
import { trailAccess } from "../trailAccess.ts";

/** Shows whether a trail records, and how its deliveries go. */
export const getTrailStatus = operation<Input<GetTrailStatusCommandInput>, Output<GetTrailStatusCommandOutput>>({
  service: "cloudtrail",
  name: "GetTrailStatus",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html",
  readOnly: true,
  access: (context, { Name }) => trailAccess(context, "GetTrailStatus", Name),
  run: (context, { Name }) => {
    return trailStatus(findTrail(context, Name));
  },
});
