import * as z from "zod";
import type { AuditedEvent } from "../reporters/events.ts";

const identity = z.object({
  arn: z.string().optional(),
  principalId: z.string().optional(),
  accountId: z.string().optional(),
  invokedBy: z.string().optional(),
});

const cloudTrailEvent = z.object({
  eventTime: z.string(),
  eventSource: z.string(),
  eventName: z.string(),
  userIdentity: identity,
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  resources: z.array(z.object({ ARN: z.string().optional() })).optional(),
  requestID: z.string().optional(),
});

/** What reports tell of an event of CloudTrail: neither parameters nor answers, which may be long. */
export function toldEvent(event: unknown): AuditedEvent {
  const { eventTime, eventSource, eventName, userIdentity, errorCode, errorMessage, resources, requestID } =
    cloudTrailEvent.parse(event);
  const { arn, principalId, accountId, invokedBy } = userIdentity;
  return {
    at: eventTime,
    eventSource,
    eventName,
    // A service that calls on its own has no ARN; of strangers the owner of a resource learns the account alone.
    caller: arn ?? (accountId === undefined ? (invokedBy ?? principalId ?? "unknown") : `account ${accountId}`),
    ...(arn !== undefined && invokedBy !== undefined && { invokedBy }),
    ...(errorCode !== undefined && { errorCode }),
    ...(errorMessage !== undefined && { errorMessage }),
    resources: (resources ?? []).flatMap(({ ARN }) => ARN ?? []),
    requestId: requestID ?? "",
  };
}
