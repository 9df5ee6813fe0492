import { jsonErrorCodes, type Service } from "../../service.ts";
import { associateKmsKey } from "./operations/associateKmsKey.ts";
import { createLogGroup } from "./operations/createLogGroup.ts";
import { createLogStream } from "./operations/createLogStream.ts";
import { deleteLogGroup } from "./operations/deleteLogGroup.ts";
import { deleteLogStream } from "./operations/deleteLogStream.ts";
import { deleteMetricFilter } from "./operations/deleteMetricFilter.ts";
import { deleteResourcePolicy } from "./operations/deleteResourcePolicy.ts";
import { deleteRetentionPolicy } from "./operations/deleteRetentionPolicy.ts";
import { describeLogGroups } from "./operations/describeLogGroups.ts";
import { describeLogStreams } from "./operations/describeLogStreams.ts";
import { describeMetricFilters } from "./operations/describeMetricFilters.ts";
import { describeResourcePolicies } from "./operations/describeResourcePolicies.ts";
import { disassociateKmsKey } from "./operations/disassociateKmsKey.ts";
import { filterLogEvents } from "./operations/filterLogEvents.ts";
import { getLogEvents } from "./operations/getLogEvents.ts";
import { listTagsForResource } from "./operations/listTagsForResource.ts";
import { listTagsLogGroup } from "./operations/listTagsLogGroup.ts";
import { putLogEvents } from "./operations/putLogEvents.ts";
import { putMetricFilter } from "./operations/putMetricFilter.ts";
import { putResourcePolicy } from "./operations/putResourcePolicy.ts";
import { putRetentionPolicy } from "./operations/putRetentionPolicy.ts";
import { tagLogGroup } from "./operations/tagLogGroup.ts";
import { tagResource } from "./operations/tagResource.ts";
import { testMetricFilter } from "./operations/testMetricFilter.ts";
import { untagLogGroup } from "./operations/untagLogGroup.ts";
import { untagResource } from "./operations/untagResource.ts";
import { tagging } from "./tagging.ts";

/** Amazon CloudWatch Logs: log groups, and metrics made of their events. */
export const logs: Service = {
  name: "logs",
  eventSource: "logs.amazonaws.com",
  errorCodes: { ...jsonErrorCodes, validation: "InvalidParameterException" },
  tagging,
  operations: [
    associateKmsKey,
    createLogGroup,
    createLogStream,
    deleteLogGroup,
    deleteLogStream,
    deleteMetricFilter,
    deleteResourcePolicy,
    deleteRetentionPolicy,
    describeLogGroups,
    describeLogStreams,
    describeMetricFilters,
    describeResourcePolicies,
    disassociateKmsKey,
    filterLogEvents,
    getLogEvents,
    listTagsForResource,
    listTagsLogGroup,
    putLogEvents,
    putMetricFilter,
    putResourcePolicy,
    putRetentionPolicy,
    tagLogGroup,
    tagResource,
    testMetricFilter,
    untagLogGroup,
    untagResource,
  ],
};
