import { jsonErrorCodes, type Service } from "../../service.ts";
import { batchGetItem } from "./operations/batchGetItem.ts";
import { batchWriteItem } from "./operations/batchWriteItem.ts";
import { createBackup } from "./operations/createBackup.ts";
import { createTable } from "./operations/createTable.ts";
import { deleteBackup } from "./operations/deleteBackup.ts";
import { deleteItem } from "./operations/deleteItem.ts";
import { deleteResourcePolicy } from "./operations/deleteResourcePolicy.ts";
import { deleteTable } from "./operations/deleteTable.ts";
import { describeBackup } from "./operations/describeBackup.ts";
import { describeContinuousBackups } from "./operations/describeContinuousBackups.ts";
import { describeContributorInsights } from "./operations/describeContributorInsights.ts";
import { describeEndpoints } from "./operations/describeEndpoints.ts";
import { describeGlobalTable } from "./operations/describeGlobalTable.ts";
import { describeGlobalTableSettings } from "./operations/describeGlobalTableSettings.ts";
import { describeKinesisStreamingDestination } from "./operations/describeKinesisStreamingDestination.ts";
import { describeLimits } from "./operations/describeLimits.ts";
import { describeTable } from "./operations/describeTable.ts";
import { describeTableReplicaAutoScaling } from "./operations/describeTableReplicaAutoScaling.ts";
import { describeTimeToLive } from "./operations/describeTimeToLive.ts";
import { getItem } from "./operations/getItem.ts";
import { getResourcePolicy } from "./operations/getResourcePolicy.ts";
import { listBackups } from "./operations/listBackups.ts";
import { listContributorInsights } from "./operations/listContributorInsights.ts";
import { listExports } from "./operations/listExports.ts";
import { listGlobalTables } from "./operations/listGlobalTables.ts";
import { listImports } from "./operations/listImports.ts";
import { listTables } from "./operations/listTables.ts";
import { listTagsOfResource } from "./operations/listTagsOfResource.ts";
import { putItem } from "./operations/putItem.ts";
import { putResourcePolicy } from "./operations/putResourcePolicy.ts";
import { query } from "./operations/query.ts";
import { restoreTableFromBackup } from "./operations/restoreTableFromBackup.ts";
import { restoreTableToPointInTime } from "./operations/restoreTableToPointInTime.ts";
import { scan } from "./operations/scan.ts";
import { tagResource } from "./operations/tagResource.ts";
import { transactGetItems } from "./operations/transactGetItems.ts";
import { transactWriteItems } from "./operations/transactWriteItems.ts";
import { untagResource } from "./operations/untagResource.ts";
import { updateContinuousBackups } from "./operations/updateContinuousBackups.ts";
import { updateItem } from "./operations/updateItem.ts";
import { updateTable } from "./operations/updateTable.ts";
import { updateTimeToLive } from "./operations/updateTimeToLive.ts";
import { tagging } from "./tagging.ts";

/** Amazon DynamoDB. */
export const dynamodb: Service = {
  name: "dynamodb",
  eventSource: "dynamodb.amazonaws.com",
  errorCodes: jsonErrorCodes,
  throttlingError: {
    code: "ProvisionedThroughputExceededException",
    message:
      "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.",
    status: 400,
  },
  tagging,
  operations: [
    createTable,
    describeTable,
    listTables,
    updateTable,
    deleteTable,
    updateTimeToLive,
    describeTimeToLive,
    updateContinuousBackups,
    describeContinuousBackups,
    createBackup,
    describeBackup,
    listBackups,
    deleteBackup,
    restoreTableFromBackup,
    restoreTableToPointInTime,
    describeLimits,
    describeEndpoints,
    describeKinesisStreamingDestination,
    describeContributorInsights,
    describeTableReplicaAutoScaling,
    listContributorInsights,
    listExports,
    listImports,
    listGlobalTables,
    describeGlobalTable,
    describeGlobalTableSettings,
    tagResource,
    untagResource,
    listTagsOfResource,
    putResourcePolicy,
    getResourcePolicy,
    deleteResourcePolicy,
    getItem,
    putItem,
    updateItem,
    deleteItem,
    query,
    scan,
    batchGetItem,
    batchWriteItem,
    transactGetItems,
    transactWriteItems,
  ],
};
