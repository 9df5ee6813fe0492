import { jsonErrorCodes, type Service } from "../../service.ts";
import { batchGetItem } from "./operations/batchGetItem.ts";
import { batchWriteItem } from "./operations/batchWriteItem.ts";
import { createTable } from "./operations/createTable.ts";
import { deleteItem } from "./operations/deleteItem.ts";
import { deleteTable } from "./operations/deleteTable.ts";
import { describeContinuousBackups } from "./operations/describeContinuousBackups.ts";
import { describeTable } from "./operations/describeTable.ts";
import { describeTimeToLive } from "./operations/describeTimeToLive.ts";
import { getItem } from "./operations/getItem.ts";
import { listTables } from "./operations/listTables.ts";
import { listTagsOfResource } from "./operations/listTagsOfResource.ts";
import { putItem } from "./operations/putItem.ts";
import { query } from "./operations/query.ts";
import { scan } from "./operations/scan.ts";
import { tagResource } from "./operations/tagResource.ts";
import { transactGetItems } from "./operations/transactGetItems.ts";
import { transactWriteItems } from "./operations/transactWriteItems.ts";
import { untagResource } from "./operations/untagResource.ts";
import { updateItem } from "./operations/updateItem.ts";
import { updateTable } from "./operations/updateTable.ts";

/** Amazon DynamoDB. */
export const dynamodb: Service = {
  name: "dynamodb",
  eventSource: "dynamodb.amazonaws.com",
  errorCodes: jsonErrorCodes,
  operations: [
    createTable,
    describeTable,
    listTables,
    updateTable,
    deleteTable,
    describeTimeToLive,
    describeContinuousBackups,
    tagResource,
    untagResource,
    listTagsOfResource,
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
