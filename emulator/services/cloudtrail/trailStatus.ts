import type { GetTrailStatusResponse } from "@aws-sdk/client-cloudtrail";
import type { Trail } from "./trail.ts";
import { wholeSeconds } from "../../wholeSeconds.ts";

/** Whether a trail records, since when, and how deliveries ended. Times as text have no value until there is one. */
export function trailStatus(trail: Trail): GetTrailStatusResponse {
  const { isLogging, startedAt, stoppedAt } = trail;
  const { lastDelivery, lastDeliveredAt, lastDigest, lastDigestAt, lastLogDelivery, lastLogDeliveryAt } =
    trail.progress;
  return {
    IsLogging: isLogging,
    LatestDeliveryError: lastDelivery?.error,
    LatestDeliveryTime: lastDeliveredAt,
    LatestDigestDeliveryTime: lastDigestAt,
    LatestDigestDeliveryError: lastDigest?.error,
    LatestCloudWatchLogsDeliveryTime: lastLogDeliveryAt,
    LatestCloudWatchLogsDeliveryError: lastLogDelivery?.error,
    StartLoggingTime: startedAt,
    StopLoggingTime: stoppedAt,
    LatestDeliveryAttemptTime: shownTime(lastDelivery?.attemptedAt),
    LatestNotificationAttemptTime: "",
    LatestNotificationAttemptSucceeded: "",
    LatestDeliveryAttemptSucceeded: shownTime(lastDeliveredAt),
    TimeLoggingStarted: shownTime(startedAt),
    TimeLoggingStopped: shownTime(stoppedAt),
  };
}

function shownTime(time: Date | undefined): string {
  return time ? wholeSeconds(time) : "";
}
