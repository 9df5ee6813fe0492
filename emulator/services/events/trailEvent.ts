import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import type { Instance } from "../../instance.ts";
import { trailsOf } from "../cloudtrail/findTrail.ts";
import { records } from "../cloudtrail/records.ts";
import type { ToldEvent } from "./eventBus.ts";

/** Reads that EventBridge hears of all the same. Source: as {@link isReadOnlyCall}. */
const readsThatCount: readonly string[] = ["GetFederationToken", "GetSessionToken"];

/**
 * A record of CloudTrail as an event; `undefined` unless a trail of the account records it: without one, EventBridge hears of
 * no call. What EventBridge itself does is left out, so that no rule sets itself off for ever.
 * Source: EventBridge User Guide, "AWS service events delivered via AWS CloudTrail".
 */
export function trailEvent(instance: Instance, record: CloudTrailEvent): ToldEvent | undefined {
  const { recipientAccountId: accountId, awsRegion: region, eventSource, eventType, eventTime } = record;
  if (record.userIdentity.invokedBy === "events.amazonaws.com") return undefined;
  if (!trailsOf(instance, accountId).some((trail) => records(trail, record))) return undefined;
  const what = eventType === "AwsApiCall" ? "AWS API Call" : "AWS Service Event";
  return {
    accountId,
    region,
    source: `aws.${eventSource.replace(/\..*/, "")}`,
    detailType: `${what} via CloudTrail`,
    resources: [],
    detail: record,
    at: new Date(eventTime),
  };
}

/**
 * Whether only rules that ask for all management events hear of an event: a call whose name begins with Get, List or Describe.
 * Source: EventBridge User Guide, "Receiving read-only management events from AWS services".
 */
export function isReadOnlyCall(detailType: string, detail: object): boolean {
  if (detailType !== "AWS API Call via CloudTrail" || !("eventName" in detail)) return false;
  const name = String(detail.eventName);
  return /^(?:Get|List|Describe)/.test(name) && !readsThatCount.includes(name);
}
