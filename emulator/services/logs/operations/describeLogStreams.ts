import type { DescribeLogStreamsCommandInput, DescribeLogStreamsCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import type { LogStream } from "../logGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { invalidParameter } from "../logsError.ts";
import { page } from "../page.ts";

/** Shows the log streams of a log group, by name or by their last event. */
export const describeLogStreams = operation<
  Input<DescribeLogStreamsCommandInput>,
  Output<DescribeLogStreamsCommandOutput>
>({
  service: "logs",
  name: "DescribeLogStreams",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html",
  readOnly: true,
  access: (context, input) => logGroupAccess(context, "DescribeLogStreams", input),
  run: (context, input) => {
    const { logStreamNamePrefix, orderBy = "LogStreamName", descending = false } = input;
    if (orderBy === "LastEventTime" && logStreamNamePrefix !== undefined) {
      throw invalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
    }
    const group = findLogGroup(context, input);
    const found = [...group.streams.values()].filter(({ name }) => name.startsWith(logStreamNamePrefix ?? ""));
    const ordered = found.sort((a, b) => (keyOf(a, orderBy) < keyOf(b, orderBy) ? -1 : 1));
    if (descending) ordered.reverse();
    const positions = ordered.map((stream, index) => ({ stream, position: String(index).padStart(10, "0") }));
    const { items, next } = page(positions, ({ position }) => position, input.limit ?? 50, input.nextToken);
    return { logStreams: items.map(({ stream }) => shown(stream)), nextToken: next };
  },
});

function keyOf({ name, events }: LogStream, orderBy: "LogStreamName" | "LastEventTime"): string {
  const lastEventTime = String(events.at(-1)?.timestamp ?? 0).padStart(20, "0");
  return orderBy === "LogStreamName" ? name : `${lastEventTime} ${name}`;
}

/** A stream's size is no longer told. Source: CloudWatch Logs API Reference, LogStream, `storedBytes`. */
function shown({ name, arn, creationTime, events, lastIngestionTime }: LogStream) {
  return {
    logStreamName: name,
    creationTime,
    firstEventTimestamp: events[0]?.timestamp,
    lastEventTimestamp: events.at(-1)?.timestamp,
    lastIngestionTime,
    arn,
    storedBytes: 0,
  };
}
