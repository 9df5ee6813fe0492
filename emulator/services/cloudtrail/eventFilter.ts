import type { LookupAttribute, LookupAttributeKey, LookupEventsCommandInput } from "@aws-sdk/client-cloudtrail";
import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";
import { accessKeyIdOf, usernameOf } from "./shownEvent.ts";

/** How far back events can be looked up. Source: CloudTrail API Reference, LookupEvents. */
const reachInMilliseconds = 90 * 24 * 60 * 60 * 1000;

/** What a lookup attribute is compared with: an event has it if any of the values is the one asked for. */
const attributes: Readonly<Record<LookupAttributeKey, (event: CloudTrailEvent) => readonly (string | undefined)[]>> = {
  EventId: ({ eventID }) => [eventID],
  EventName: ({ eventName }) => [eventName],
  ReadOnly: ({ readOnly }) => [String(readOnly)],
  Username: (event) => [usernameOf(event)],
  ResourceType: ({ resources = [] }) => resources.map(({ type }) => type),
  ResourceName: ({ resources = [] }) => resources.map(({ ARN }) => ARN),
  EventSource: ({ eventSource }) => [eventSource],
  AccessKeyId: (event) => [accessKeyIdOf(event)],
};

/**
 * Which events a lookup asks for. Throws InvalidTimeRangeException if it starts after its end, and
 * InvalidLookupAttributesException for more than one attribute or a `ReadOnly` that is neither true nor false.
 */
export function eventFilter(
  { StartTime, EndTime, LookupAttributes = [] }: Input<LookupEventsCommandInput>,
  now: Date,
): (event: CloudTrailEvent) => boolean {
  if (StartTime && EndTime && StartTime > EndTime) {
    throw new AwsError("InvalidTimeRangeException", "The start time of the lookup is after its end time.");
  }
  const earliest = Math.max(wholeSecond(StartTime ?? new Date(0)), now.getTime() - reachInMilliseconds);
  const latest = (EndTime ?? now).getTime();
  const hasAttribute = attributeFilter(LookupAttributes);
  return (event) => {
    // Most events fail here, before a time is read.
    if (!hasAttribute(event)) return false;
    const time = Date.parse(event.eventTime);
    return time >= earliest && time <= latest;
  };
}

/** Events carry whole seconds: one of this very second must not seem to be before its own beginning. */
function wholeSecond(time: Date): number {
  return Math.floor(time.getTime() / 1000) * 1000;
}

function attributeFilter([attribute, ...more]: readonly Input<LookupAttribute>[]): (event: CloudTrailEvent) => boolean {
  if (!attribute) return () => true;
  const { AttributeKey: key, AttributeValue: value } = attribute;
  if (more.length > 0) throw invalidAttributes("A lookup takes one attribute.");
  if (key === "ReadOnly" && value !== "true" && value !== "false") {
    throw invalidAttributes("The attribute ReadOnly is true or false.");
  }
  return (event) => attributes[key](event).includes(value);
}

function invalidAttributes(message: string): AwsError {
  return new AwsError("InvalidLookupAttributesException", message);
}
