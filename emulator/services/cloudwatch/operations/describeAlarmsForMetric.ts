import type {
  DescribeAlarmsForMetricCommandInput,
  DescribeAlarmsForMetricCommandOutput,
} from "@aws-sdk/client-cloudwatch";
import { operation, type Input, type Output } from "../../../operation.ts";
import { metricAccess } from "../alarmAccess.ts";
import { keyOf } from "../metricStore.ts";
import { shownAlarm } from "../shownAlarm.ts";

/** Shows the alarms on a metric. */
export const describeAlarmsForMetric = operation<
  Input<DescribeAlarmsForMetricCommandInput>,
  Output<DescribeAlarmsForMetricCommandOutput>
>({
  service: "monitoring",
  name: "DescribeAlarmsForMetric",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html",
  readOnly: true,
  access: (context) => metricAccess(context, "DescribeAlarmsForMetric"),
  run: ({ state }, input) => {
    const { Namespace, MetricName, Dimensions = [], Statistic, ExtendedStatistic, Period, Unit } = input;
    const key = keyOf({ namespace: Namespace, name: MetricName, dimensions: Dimensions });
    const found = state.monitoring
      .alarms()
      .filter(
        ({ settings }) =>
          keyOf(settings.metric) === key &&
          (Statistic ?? settings.statisticName) === settings.statisticName &&
          (ExtendedStatistic ?? settings.extendedStatistic) === settings.extendedStatistic &&
          (Period ?? settings.period) === settings.period &&
          (Unit ?? settings.unit) === settings.unit,
      );
    return { MetricAlarms: found.map(shownAlarm) };
  },
});
