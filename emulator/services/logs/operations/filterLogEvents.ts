import type {
  FilteredLogEvent,
  FilterLogEventsCommandInput,
  FilterLogEventsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { readFilterPattern } from "../filterPattern.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { messageOf } from "../groupKey.ts";
import { eventsBetween, type LogGroup, type LogStream } from "../logGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { invalidParameter } from "../logsError.ts";
import { page } from "../page.ts";

/** How many events a page has at most. Source: CloudWatch Logs API Reference, FilterLogEvents. */
const pageSize = 10_000;

/** Ids begin with the timestamp: their order is that of the events. */
type FilteredEvent = Required<FilteredLogEvent>;

/** Finds the events of a log group that match a pattern, in the order of their timestamps. */
export const filterLogEvents = operation<Input<FilterLogEventsCommandInput>, Output<FilterLogEventsCommandOutput>>({
  service: "logs",
  name: "FilterLogEvents",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html",
  readOnly: true,
  unsupported: ["unmask"],
  audit: { kind: "data" },
  access: (context, input) => logGroupAccess(context, "FilterLogEvents", input),
  run: async (context, input) => {
    const matches = readFilterPattern(input.filterPattern ?? "");
    const group = findLogGroup(context, input);
    const found: FilteredEvent[] = [];
    for (const stream of streamsOf(group, input)) {
      for (const event of eventsBetween(group, stream, context.now, input)) {
        const message = await messageOf(context, event);
        if (!matches(message)) continue;
        const { timestamp, ingestionTime, id: eventId } = event;
        found.push({ logStreamName: stream.name, timestamp, message, ingestionTime, eventId });
      }
    }
    const { items, next } = page(found, ({ eventId }) => eventId, input.limit ?? pageSize, input.nextToken);
    return { events: items, searchedLogStreams: [], nextToken: next };
  },
});

function streamsOf(
  { streams }: LogGroup,
  {
    logStreamNames,
    logStreamNamePrefix,
  }: Pick<Input<FilterLogEventsCommandInput>, "logStreamNames" | "logStreamNamePrefix">,
): LogStream[] {
  if (logStreamNames && logStreamNamePrefix !== undefined) {
    throw invalidParameter("logStreamNames and logStreamNamePrefix exclude each other.");
  }
  return [...streams.values()].filter(
    ({ name }) => (logStreamNames?.includes(name) ?? true) && name.startsWith(logStreamNamePrefix ?? ""),
  );
}
