import type { PutLogEventsCommandInput, PutLogEventsCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { acceptEvents } from "../acceptEvents.ts";
import { findLogGroup, findLogStream } from "../findLogGroup.ts";
import { protect } from "../groupKey.ts";
import { addEvents, type StoredEvent } from "../logGroup.ts";
import { logStreamAccess } from "../logGroupAccess.ts";
import { publishMetrics } from "../publishMetrics.ts";

/** Adds events to a log stream, and to the metrics that metric filters make of them. */
export const putLogEvents = operation<Input<PutLogEventsCommandInput>, Output<PutLogEventsCommandOutput>>({
  service: "logs",
  name: "PutLogEvents",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html",
  readOnly: false,
  unsupported: ["entity"],
  audit: { kind: "data" },
  access: (context, { logGroupName, logStreamName }) =>
    logStreamAccess(context, "PutLogEvents", { logGroupName }, logStreamName),
  run: async (context, { logGroupName, logStreamName, logEvents }) => {
    const group = findLogGroup(context, { logGroupName });
    const stream = findLogStream(group, logStreamName);
    const { accepted, rejectedLogEventsInfo } = acceptEvents(group, logEvents, context.now);
    const stored: StoredEvent[] = [];
    for (const { timestamp, message } of accepted) {
      stored.push({
        id: context.state.logs.nextEventId(timestamp),
        timestamp,
        ingestionTime: context.now.getTime(),
        bytes: Buffer.byteLength(message),
        content: await protect(context, group, message),
      });
    }
    addEvents(stream, stored, context.now);
    publishMetrics(context, group, accepted);
    // Nobody needs it any longer, and it is told all the same.
    const nextSequenceToken = String(stream.events.length).padStart(56, "0");
    return { nextSequenceToken, rejectedLogEventsInfo };
  },
});
