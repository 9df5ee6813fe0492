import type { DeleteTrailCommandInput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input } from "../../../operation.ts";
import { findTrailAtHome } from "../findTrail.ts";
import { trailAccess } from "../trailAccess.ts";

/** Removes a trail, with what it has not delivered yet. */
export const deleteTrail = operation<Input<DeleteTrailCommandInput>, object>({
  service: "cloudtrail",
  name: "DeleteTrail",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteTrail.html",
  readOnly: false,
  access: (context, { Name }) => trailAccess(context, "DeleteTrail", Name),
  run: (context, { Name }) => {
    const { arn } = findTrailAtHome(context, Name);
    context.state.cloudtrail.remove(arn);
    return {};
  },
});
