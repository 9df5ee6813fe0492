import type { Event } from "@aws-sdk/client-cloudtrail";
import * as z from "zod";
import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";

const userIdentity = z.object({
  /** Absent where nobody called anything: events of a service itself. */
  type: z.string().optional(),
  userName: z.string().optional(),
  arn: z.string().optional(),
  accessKeyId: z.string().optional(),
});

/** An event as LookupEvents shows it: the attributes it can be looked up by, and the whole record as text. */
export function shownEvent(event: CloudTrailEvent): Event {
  return {
    EventId: event.eventID,
    EventName: event.eventName,
    ReadOnly: String(event.readOnly),
    AccessKeyId: accessKeyIdOf(event),
    EventTime: new Date(event.eventTime),
    EventSource: event.eventSource,
    Username: usernameOf(event),
    Resources: (event.resources ?? []).map(({ type, ARN }) => ({ ResourceType: type, ResourceName: ARN })),
    CloudTrailEvent: JSON.stringify(event),
  };
}

/** A user's name, a session's name, or `root`; a service that acts for itself has none. */
export function usernameOf(event: CloudTrailEvent): string | undefined {
  const { type, userName, arn } = identityOf(event);
  if (type === "Root") return "root";
  return type === "AssumedRole" ? arn?.split("/").at(-1) : userName;
}

/** The key that the request was signed with. */
export function accessKeyIdOf(event: CloudTrailEvent): string | undefined {
  return identityOf(event).accessKeyId;
}

function identityOf(event: CloudTrailEvent): z.infer<typeof userIdentity> {
  return userIdentity.parse(event.userIdentity);
}
