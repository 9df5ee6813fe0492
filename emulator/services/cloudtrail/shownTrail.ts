import type { Trail as ShownTrail } from "@aws-sdk/client-cloudtrail";
import type { Trail } from "./trail.ts";

/** What changes of a trail answer with. */
export function shownSettings({ name, arn, settings }: Trail) {
  return {
    Name: name,
    S3BucketName: settings.bucketName,
    S3KeyPrefix: settings.keyPrefix === "" ? undefined : settings.keyPrefix,
    IncludeGlobalServiceEvents: settings.includesGlobalServiceEvents,
    IsMultiRegionTrail: settings.isMultiRegion,
    TrailARN: arn,
    LogFileValidationEnabled: settings.validatesLogFiles,
    KmsKeyId: settings.kmsKeyArn,
    CloudWatchLogsLogGroupArn: settings.logDestination?.logGroupArn,
    CloudWatchLogsRoleArn: settings.logDestination?.roleArn,
    IsOrganizationTrail: false,
  } satisfies ShownTrail;
}

/** A trail as reads show it. */
export function shownTrail(trail: Trail): ShownTrail {
  const { basic, advanced } = trail.selectors;
  return {
    ...shownSettings(trail),
    HomeRegion: trail.homeRegion,
    HasCustomEventSelectors: (basic ?? advanced) !== undefined,
    HasInsightSelectors: false,
  };
}
