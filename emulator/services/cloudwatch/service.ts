import { queryErrorCodes, type Service } from "../../service.ts";
import { putMetricAlarm } from "./operations/putMetricAlarm.ts";
import { describeAlarms } from "./operations/describeAlarms.ts";
import { describeAlarmsForMetric } from "./operations/describeAlarmsForMetric.ts";
import { describeAlarmHistory } from "./operations/describeAlarmHistory.ts";
import { deleteAlarms } from "./operations/deleteAlarms.ts";
import { setAlarmState } from "./operations/setAlarmState.ts";
import { enableAlarmActions } from "./operations/enableAlarmActions.ts";
import { disableAlarmActions } from "./operations/disableAlarmActions.ts";
import { putMetricData } from "./operations/putMetricData.ts";
import { getMetricData } from "./operations/getMetricData.ts";
import { getMetricStatistics } from "./operations/getMetricStatistics.ts";
import { listMetrics } from "./operations/listMetrics.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";
import { listTagsForResource } from "./operations/listTagsForResource.ts";

/** Amazon CloudWatch: metrics, and alarms on them. It is signed as `monitoring`, and speaks CBOR, JSON and Query. */
export const cloudwatch: Service = {
  name: "monitoring",
  modelName: "cloudwatch",
  actionPrefix: "cloudwatch",
  eventSource: "monitoring.amazonaws.com",
  errorCodes: queryErrorCodes,
  operations: [
    putMetricAlarm,
    describeAlarms,
    describeAlarmsForMetric,
    describeAlarmHistory,
    deleteAlarms,
    setAlarmState,
    enableAlarmActions,
    disableAlarmActions,
    putMetricData,
    getMetricData,
    getMetricStatistics,
    listMetrics,
    tagResource,
    untagResource,
    listTagsForResource,
  ],
};
