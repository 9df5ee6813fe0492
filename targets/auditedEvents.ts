import type { AuditLog } from "../emulator/audit/auditLog.ts";
import type { AuditedEvent } from "../reporters/events.ts";
import { toldEvent } from "../runner/toldEvent.ts";

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
