import type { InputLogEvent, RejectedLogEventsInfo } from "@aws-sdk/client-cloudwatch-logs";
import type { Input } from "../../operation.ts";
import { keptSince, type LogGroup } from "./logGroup.ts";
import { invalidParameter } from "./logsError.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** The limits of a batch, in bytes and milliseconds. Source: CloudWatch Logs API Reference, PutLogEvents. */
const maximumBytes = 1_048_576;
const bytesOfEvent = 26;
const oldest = 14 * day;
const earliest = 2 * hour;

/** The events of a batch that are taken, with what is said of the others. */
export interface AcceptedEvents {
  readonly accepted: readonly Input<InputLogEvent>[];
  readonly rejectedLogEventsInfo?: RejectedLogEventsInfo;
}

/**
 * Takes the events of a batch that are neither too old nor from the future. Throws InvalidParameterException for a batch that is
 * too large, out of order, or longer than a day. Source: CloudWatch Logs API Reference, PutLogEvents; public transcripts.
 */
export function acceptEvents(group: LogGroup, events: readonly Input<InputLogEvent>[], now: Date): AcceptedEvents {
  checkBatch(events);
  const at = now.getTime();
  const expired = events.filter(({ timestamp }) => timestamp < keptSince(group, now)).length;
  const tooOld = events.filter(({ timestamp }) => timestamp < at - oldest).length;
  const tooNew = events.findIndex(({ timestamp }) => timestamp > at + earliest);
  const accepted = events.slice(Math.max(expired, tooOld), tooNew < 0 ? undefined : tooNew);
  if (accepted.length === events.length) return { accepted };
  return {
    accepted,
    rejectedLogEventsInfo: {
      ...(tooNew >= 0 && { tooNewLogEventStartIndex: tooNew }),
      ...(tooOld > 0 && { tooOldLogEventEndIndex: tooOld }),
      ...(expired > 0 && { expiredLogEventEndIndex: expired }),
    },
  };
}

function checkBatch(events: readonly Input<InputLogEvent>[]): void {
  const bytes = events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + bytesOfEvent, 0);
  if (bytes > maximumBytes) {
    throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${maximumBytes}`);
  }
  if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? 0))) {
    throw invalidParameter("Log events in a single PutLogEvents request must be in chronological order.");
  }
  if ((events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) > day) {
    throw invalidParameter("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
  }
}
