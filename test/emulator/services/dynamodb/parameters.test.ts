import { ExecuteStatementCommand } from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { ServiceModel } from "../../../../emulator/protocols/serviceModel.ts";
import { clientsFor, refusalOf, startTestEmulator } from "../../../support/emulator.ts";

const placeholders = ["ExpressionAttributeNames", "ExpressionAttributeValues"];
const condition = ["ConditionExpression", ...placeholders, "ReturnValuesOnConditionCheckFailure"];
const legacyCondition = ["Expected", "ConditionalOperator"];
const projection = ["AttributesToGet", "ProjectionExpression"];
const returned = ["ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics"];
const filter = ["IndexName", "Limit", "Select", "ConditionalOperator", "ExclusiveStartKey", "FilterExpression"];

/** What the item storage carries, by the shapes of the API model: all that AWS has. */
const carried: Readonly<Record<string, readonly string[]>> = {
  GetItemInput: [
    "TableName",
    "Key",
    "ConsistentRead",
    "ReturnConsumedCapacity",
    ...projection,
    "ExpressionAttributeNames",
  ],
  PutItemInput: ["TableName", "Item", ...condition, ...legacyCondition, ...returned],
  UpdateItemInput: [
    "TableName",
    "Key",
    "AttributeUpdates",
    "UpdateExpression",
    ...condition,
    ...legacyCondition,
    ...returned,
  ],
  DeleteItemInput: ["TableName", "Key", ...condition, ...legacyCondition, ...returned],
  QueryInput: [
    "TableName",
    "ConsistentRead",
    "KeyConditions",
    "KeyConditionExpression",
    "QueryFilter",
    "ScanIndexForward",
    "ReturnConsumedCapacity",
    ...filter,
    ...projection,
    ...placeholders,
  ],
  ScanInput: [
    "TableName",
    "ConsistentRead",
    "ScanFilter",
    "Segment",
    "TotalSegments",
    "ReturnConsumedCapacity",
    ...filter,
    ...projection,
    ...placeholders,
  ],
  BatchGetItemInput: ["RequestItems", "ReturnConsumedCapacity"],
  BatchWriteItemInput: ["RequestItems", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics"],
  TransactGetItemsInput: ["TransactItems", "ReturnConsumedCapacity"],
  TransactWriteItemsInput: [
    "TransactItems",
    "ClientRequestToken",
    "ReturnConsumedCapacity",
    "ReturnItemCollectionMetrics",
  ],
  KeysAndAttributes: ["Keys", "ConsistentRead", ...projection, "ExpressionAttributeNames"],
  WriteRequest: ["PutRequest", "DeleteRequest"],
  PutRequest: ["Item"],
  DeleteRequest: ["Key"],
  TransactGetItem: ["Get"],
  TransactWriteItem: ["ConditionCheck", "Put", "Delete", "Update"],
  Get: ["TableName", "Key", "ProjectionExpression", "ExpressionAttributeNames"],
  Put: ["TableName", "Item", ...condition],
  Update: ["TableName", "Key", "UpdateExpression", ...condition],
  Delete: ["TableName", "Key", ...condition],
  ConditionCheck: ["TableName", "Key", ...condition],
  Condition: ["AttributeValueList", "ComparisonOperator"],
  ExpectedAttributeValue: ["Value", "Exists", "ComparisonOperator", "AttributeValueList"],
  AttributeValueUpdate: ["Value", "Action"],
  AttributeValue: ["S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"],
};

describe("Parameters of DynamoDB's operations on items", () => {
  const model = ServiceModel.load("dynamodb");

  for (const [shape, members] of Object.entries(carried)) {
    it(`are all carried: ${shape}`, () => {
      expect(Object.keys(model.shape({ shape }).members ?? {})).to.have.members(members);
    });
  }
});

describe("PartiQL", () => {
  it("is not carried, and says so", async () => {
    const emulator = await startTestEmulator();
    try {
      const { dynamoDb } = clientsFor(emulator);

      const refusal = await refusalOf(
        dynamoDb.send(new ExecuteStatementCommand({ Statement: "SELECT * FROM people" })),
      );

      expect(refusal).to.deep.include({
        code: "UnknownOperationException",
        message: "The embedded AWS does not have the operation dynamodb:ExecuteStatement yet.",
      });
    } finally {
      await emulator.stop();
    }
  });
});
