import type { Instance } from "../instance.ts";
import type { CloudTrailEvent } from "./cloudTrailEvent.ts";
import { wholeSeconds } from "../wholeSeconds.ts";

/** What happened without anybody's call. */
export interface ServiceEvent extends Pick<
  CloudTrailEvent,
  "eventSource" | "eventName" | "additionalEventData" | "resources"
> {
  readonly accountId: string;
  readonly region: string;
  readonly at: Date;
}

/** Writes an event of a service itself: nobody called anything. Source: CloudTrail User Guide, "Non-API events captured by CloudTrail". */
export function recordServiceEvent(
  { audit, random }: Pick<Instance, "audit" | "random">,
  { accountId, region, at, ...what }: ServiceEvent,
): void {
  audit.record({
    eventVersion: "1.11",
    userIdentity: { accountId, invokedBy: "AWS Internal" },
    eventTime: wholeSeconds(at),
    awsRegion: region,
    sourceIPAddress: "AWS Internal",
    userAgent: "AWS Internal",
    requestParameters: null,
    responseElements: null,
    requestID: random.fleeting.uuid(),
    eventID: random.fleeting.uuid(),
    readOnly: false,
    ...what,
    eventType: "AwsServiceEvent",
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: "Management",
  });
}
