import type { GetLogEventsCommandInput, GetLogEventsCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findLogGroup, findLogStream } from "../findLogGroup.ts";
import { messageOf } from "../groupKey.ts";
import { eventsBetween } from "../logGroup.ts";
import { logStreamAccess } from "../logGroupAccess.ts";
import { invalidParameter } from "../logsError.ts";

/** How many events a page has at most. Source: CloudWatch Logs API Reference, GetLogEvents. */
const pageSize = 10_000;

/** Shows the events of a log stream: the newest, or page by page in either direction. */
export const getLogEvents = operation<Input<GetLogEventsCommandInput>, Output<GetLogEventsCommandOutput>>({
  service: "logs",
  name: "GetLogEvents",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html",
  readOnly: true,
  unsupported: ["unmask"],
  audit: { kind: "data" },
  access: (context, input) => logStreamAccess(context, "GetLogEvents", input, input.logStreamName),
  run: async (context, input) => {
    const group = findLogGroup(context, input);
    const stream = findLogStream(group, input.logStreamName);
    const found = eventsBetween(group, stream, context.now, input);
    const { begin, end } = range(input, found.length);
    const events = await Promise.all(
      found.slice(begin, end).map(async (event) => ({
        timestamp: event.timestamp,
        message: await messageOf(context, event),
        ingestionTime: event.ingestionTime,
      })),
    );
    return { events, nextForwardToken: token("f", end), nextBackwardToken: token("b", begin) };
  },
});

/** Tokens tell the direction and a position; at the end of a stream the same one comes back. */
function token(direction: "f" | "b", position: number): string {
  return `${direction}/${String(position).padStart(56, "0")}/s`;
}

function range(
  {
    nextToken,
    limit = pageSize,
    startFromHead = false,
  }: Pick<Input<GetLogEventsCommandInput>, "nextToken" | "limit" | "startFromHead">,
  length: number,
): { readonly begin: number; readonly end: number } {
  const forwards = (begin: number) => ({ begin, end: Math.min(begin + limit, length) });
  const backwards = (end: number) => ({ begin: Math.max(end - limit, 0), end });
  if (nextToken === undefined) return startFromHead ? forwards(0) : backwards(length);
  const [, direction, digits = ""] = /^([fb])\/(\d{56})\/s$/.exec(nextToken) ?? [];
  if (direction === undefined) throw invalidParameter("The specified nextToken is invalid.");
  const position = Math.min(Number(digits), length);
  return direction === "f" ? forwards(position) : backwards(position);
}
