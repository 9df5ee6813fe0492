import type { UpdateTrailCommandInput, UpdateTrailCommandOutput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkDestination } from "../checkDestination.ts";
import { checkLogDestination } from "../checkLogDestination.ts";
import { findTrailAtHome } from "../findTrail.ts";
import { passedRoleAccess } from "../logSession.ts";
import { refuseSettings } from "../refuseSettings.ts";
import { shownSettings } from "../shownTrail.ts";
import { trailAccess } from "../trailAccess.ts";

/** Changes a trail; what is not stated stays. An empty key, prefix, log group and role is none. */
export const updateTrail = operation<Input<UpdateTrailCommandInput>, Output<UpdateTrailCommandOutput>>({
  service: "cloudtrail",
  name: "UpdateTrail",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html",
  readOnly: false,
  unsupported: ["SnsTopicName"],
  access: (context, { Name, CloudWatchLogsRoleArn }) => [
    ...trailAccess(context, "UpdateTrail", Name),
    ...passedRoleAccess(context, CloudWatchLogsRoleArn),
  ],
  run: async (context, input) => {
    refuseSettings("UpdateTrail", { IsOrganizationTrail: input.IsOrganizationTrail });
    const trail = findTrailAtHome(context, input.Name);
    const { settings } = trail;
    const bucketName = input.S3BucketName ?? settings.bucketName;
    const kmsKeyId = input.KmsKeyId ?? settings.kmsKeyArn;
    const kmsKeyArn = await checkDestination(context, trail.arn, { bucketName, kmsKeyId });
    const logDestination = await checkLogDestination(context, trail.arn, {
      logGroupArn: input.CloudWatchLogsLogGroupArn ?? settings.logDestination?.logGroupArn,
      roleArn: input.CloudWatchLogsRoleArn ?? settings.logDestination?.roleArn,
    });
    trail.settings = {
      bucketName,
      kmsKeyArn,
      keyPrefix: input.S3KeyPrefix ?? settings.keyPrefix,
      includesGlobalServiceEvents: input.IncludeGlobalServiceEvents ?? settings.includesGlobalServiceEvents,
      validatesLogFiles: input.EnableLogFileValidation ?? settings.validatesLogFiles,
      isMultiRegion: input.IsMultiRegionTrail ?? settings.isMultiRegion,
      logDestination,
    };
    if (!trail.settings.validatesLogFiles) trail.progress.digests.clear();
    return shownSettings(trail);
  },
});
