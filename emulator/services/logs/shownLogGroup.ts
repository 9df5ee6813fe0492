import type { LogGroup as ShownLogGroup } from "@aws-sdk/client-cloudwatch-logs";
import type { LogGroup } from "./logGroup.ts";

/** A log group as DescribeLogGroups shows it. */
export function shownLogGroup(group: LogGroup): ShownLogGroup {
  const { name, arn, creationTime, retentionInDays, metricFilters, streams, key } = group;
  const events = [...streams.values()].flatMap((stream) => stream.events);
  return {
    logGroupName: name,
    creationTime,
    retentionInDays,
    metricFilterCount: metricFilters.size,
    arn: `${arn}:*`,
    storedBytes: events.reduce((sum, { bytes }) => sum + bytes, 0),
    kmsKeyId: key?.kmsKeyArn,
    logGroupClass: "STANDARD",
    logGroupArn: arn,
  };
}
