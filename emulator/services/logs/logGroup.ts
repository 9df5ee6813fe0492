import type { Sealed } from "../../sealed.ts";
import type { GroupKey } from "./groupKey.ts";
import type { MetricFilter } from "./metricFilter.ts";

/** A log event as it is kept: under the key that the log group had when it came, or in the clear without one. */
export interface StoredEvent {
  /** 56 digits, which no other event of the region has. */
  readonly id: string;
  /** When it happened, as whoever put it says, in milliseconds since 1970. */
  readonly timestamp: number;
  readonly ingestionTime: number;
  /** Of its message, in UTF-8. */
  readonly bytes: number;
  readonly content: string | { readonly sealed: Sealed; readonly key: GroupKey };
}

/** The events of one source. */
export interface LogStream {
  readonly name: string;
  readonly arn: string;
  readonly creationTime: number;
  /** By timestamp; those of the same moment in the order in which they came. */
  events: StoredEvent[];
  lastIngestionTime?: number;
}

/** Log streams with what they have in common. */
export interface LogGroup {
  readonly name: string;
  /** Without `:*`. */
  readonly arn: string;
  readonly creationTime: number;
  readonly tags: Map<string, string>;
  readonly streams: Map<string, LogStream>;
  readonly metricFilters: Map<string, MetricFilter>;
  /** Absent: events are kept for ever. */
  retentionInDays?: number;
  /** Absent: events are kept in the clear. */
  key?: GroupKey;
}

const day = 86_400_000;

/** How many events of a stream are kept; the oldest are forgotten first. */
const capacity = 100_000;

/** Adds events that have come at once. */
export function addEvents(stream: LogStream, events: readonly StoredEvent[], now: Date): void {
  stream.events = [...stream.events, ...events].sort((a, b) => a.timestamp - b.timestamp);
  // Cutting a tenth at once keeps adding cheap.
  if (stream.events.length > capacity) stream.events.splice(0, stream.events.length - capacity + capacity / 10);
  stream.lastIngestionTime = now.getTime();
}

/** The moment before which a log group keeps no events, in milliseconds since 1970. */
export function keptSince({ retentionInDays }: LogGroup, now: Date): number {
  return retentionInDays === undefined ? 0 : now.getTime() - retentionInDays * day;
}

/** The events of a stream that are still kept, within a range: its begin counts, its end does not. */
export function eventsBetween(
  group: LogGroup,
  stream: LogStream,
  now: Date,
  { startTime = 0, endTime = Infinity }: { readonly startTime?: number; readonly endTime?: number },
): StoredEvent[] {
  const since = keptSince(group, now);
  stream.events = stream.events.filter(({ timestamp }) => timestamp >= since);
  return stream.events.filter(({ timestamp }) => timestamp >= startTime && timestamp < endTime);
}
