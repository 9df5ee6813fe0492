import { z } from "zod";
import type { AuditLog } from "../emulator/audit/auditLog.ts";
import type { CloudTrailEvent } from "../emulator/audit/cloudTrailEvent.ts";
import type { AuditedEvent } from "../reporters/events.ts";

const identity = z.object({
  arn: z.string().optional(),
  principalId: z.string().optional(),
  accountId: z.string().optional(),
  invokedBy: z.string().optional(),
});

/** Collects the events of CloudTrail, data events included, from its making on. */
export class AuditedEvents {
  #events: AuditedEvent[] = [];

  constructor(log: AuditLog) {
    log.onRecord((event) => this.#events.push(toldEvent(event)));
  }

  /** Hands over what was recorded since the last time, oldest first. */
  take(): readonly AuditedEvent[] {
    const taken = this.#events;
    this.#events = [];
    return taken;
  }
}

/** What reports tell of an event: neither parameters nor answers, which may be long. */
function toldEvent(event: CloudTrailEvent): AuditedEvent {
  const { eventTime, eventSource, eventName, errorCode, errorMessage, requestID } = event;
  const { arn, principalId, accountId, invokedBy } = identity.parse(event.userIdentity);
  return {
    at: eventTime,
    eventSource,
    eventName,
    // A service that calls on its own has no ARN; of strangers the owner of a resource learns the account alone.
    caller: arn ?? (accountId === undefined ? (invokedBy ?? principalId ?? "unknown") : `account ${accountId}`),
    ...(arn !== undefined && invokedBy !== undefined && { invokedBy }),
    ...(errorCode !== undefined && { errorCode }),
    ...(errorMessage !== undefined && { errorMessage }),
    resources: (event.resources ?? []).map(({ ARN }) => ARN),
    requestId: requestID,
  };
}
