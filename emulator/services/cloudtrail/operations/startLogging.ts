import type { StartLoggingCommandInput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input } from "../../../operation.ts";
import { findTrailAtHome } from "../findTrail.ts";
import { trailAccess } from "../trailAccess.ts";

/** Begins to record. */
export const startLogging = operation<Input<StartLoggingCommandInput>, object>({
  service: "cloudtrail",
  name: "StartLogging",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html",
  readOnly: false,
  access: (context, { Name }) => trailAccess(context, "StartLogging", Name),
  run: (context, { Name }) => {
    const trail = findTrailAtHome(context, Name);
    trail.isLogging = true;
    trail.startedAt = context.now;
    return {};
  },
});
