import type { DescribeAlarmHistoryCommandInput, DescribeAlarmHistoryCommandOutput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";
import { page } from "../page.ts";

/** Shows what has happened to alarms: changes of their settings and states, and the actions that followed. */
export const describeAlarmHistory = operation<
  Input<DescribeAlarmHistoryCommandInput>,
  Output<DescribeAlarmHistoryCommandOutput>
>({
  service: "monitoring",
  name: "DescribeAlarmHistory",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html",
  readOnly: true,
  unsupported: ["AlarmContributorId"],
  access: (context, { AlarmName = "*" }) => [alarmAccess(context, "DescribeAlarmHistory", AlarmName)],
  run: ({ state }, input) => {
    const { AlarmName, HistoryItemType, StartDate, EndDate, AlarmTypes = ["MetricAlarm"] } = input;
    const numbered = state.monitoring.history().map((item, index) => ({ ...item, index }));
    const found = numbered.filter(
      ({ alarmName, type, at }) =>
        AlarmTypes.includes("MetricAlarm") &&
        (AlarmName ?? alarmName) === alarmName &&
        (HistoryItemType ?? type) === type &&
        (StartDate ?? at) <= at &&
        (EndDate ?? at) >= at,
    );
    const isAscending = input.ScanBy === "TimestampAscending";
    const order = ({ index }: { index: number }): string => String(isAscending ? index : 1e9 - index).padStart(10, "0");
    const { items, next } = page(found, order, input.MaxRecords ?? 100, input.NextToken);
    const shown = items.map(({ alarmName, at, type, summary, data }) => ({
      AlarmName: alarmName,
      AlarmType: "MetricAlarm" as const,
      Timestamp: at,
      HistoryItemType: type,
      HistorySummary: summary,
      HistoryData: data,
    }));
    return { AlarmHistoryItems: shown, NextToken: next };
  },
});
