import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createTable } from "../../../../emulator/services/dynamodb/operations/createTable.ts";
import { region, tags, type ServiceSamples } from "./serviceSamples.ts";

export const dynamodbSamples: ServiceSamples = {
  service: "dynamodb",
  endings: {
    ValidationException: ["CreateTable", "UpdateTable", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"],
  },
  make: async (invoke) => {
    const TableName = "people";
    const AttributeDefinitions = [{ AttributeName: "id", AttributeType: "S" as const }];
    const KeySchema = [{ AttributeName: "id", KeyType: "HASH" as const }];
    await invoke(createTable, { TableName, AttributeDefinitions, KeySchema, BillingMode: "PAY_PER_REQUEST" });
    const Key = { id: { S: "1" } };
    return {
      members: {
        AttributeDefinitions,
        ConditionExpression: "attribute_exists(id)",
        Item: Key,
        Key,
        KeyConditionExpression: "id = :id",
        ExpressionAttributeValues: { ":id": { S: "1" } },
        KeySchema,
        ProjectionExpression: "id",
        ResourceArn: `arn:aws:dynamodb:${region}:${defaultAccountId}:table/${TableName}`,
        ReturnConsumedCapacity: "TOTAL",
        ReturnValues: "ALL_OLD",
        TableName,
        TagKeys: ["team"],
        Tags: tags,
      },
      ofOperation: {
        BatchGetItem: { RequestItems: { [TableName]: { Keys: [Key] } } },
        BatchWriteItem: { RequestItems: { [TableName]: [{ PutRequest: { Item: Key } }] } },
        Query: { IndexName: "byName" },
        TransactGetItems: { TransactItems: [{ Get: { TableName, Key } }] },
        TransactWriteItems: {
          TransactItems: [
            { Put: { TableName, Item: Key } },
            { Update: { TableName, Key: { id: { S: "2" } } } },
            { Delete: { TableName, Key: { id: { S: "3" } } } },
            { ConditionCheck: { TableName, Key: { id: { S: "4" } }, ConditionExpression: "attribute_not_exists(id)" } },
          ],
        },
      },
    };
  },
};
