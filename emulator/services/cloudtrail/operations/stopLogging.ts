import type { StopLoggingCommandInput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input } from "../../../operation.ts";
import { findTrailAtHome } from "../findTrail.ts";
import { trailAccess } from "../trailAccess.ts";

/** Ends recording; what was recorded before is still delivered. */
export const stopLogging = operation<Input<StopLoggingCommandInput>, object>({
  service: "cloudtrail",
  name: "StopLogging",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html",
  readOnly: false,
  access: (context, { Name }) => trailAccess(context, "StopLogging", Name),
  run: (context, { Name }) => {
    const trail = findTrailAtHome(context, Name);
    trail.isLogging = false;
    trail.stoppedAt = context.now;
    return {};
  },
});
