import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createBackup } from "../../../../emulator/services/dynamodb/operations/createBackup.ts";
import { createTable } from "../../../../emulator/services/dynamodb/operations/createTable.ts";
import { putResourcePolicy } from "../../../../emulator/services/dynamodb/operations/putResourcePolicy.ts";
import { updateContinuousBackups } from "../../../../emulator/services/dynamodb/operations/updateContinuousBackups.ts";
import { region, tags, type ServiceSamples } from "./serviceSamples.ts";

export const dynamodbSamples: ServiceSamples = {
  service: "dynamodb",
  endings: {
    GlobalTableNotFoundException: ["DescribeGlobalTable", "DescribeGlobalTableSettings"],
    ValidationException: ["CreateTable", "UpdateTable", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"],
  },
  make: async (invoke) => {
    const TableName = "people";
    const AttributeDefinitions = [{ AttributeName: "id", AttributeType: "S" as const }];
    const KeySchema = [{ AttributeName: "id", KeyType: "HASH" as const }];
    await invoke(createTable, { TableName, AttributeDefinitions, KeySchema, BillingMode: "PAY_PER_REQUEST" });
    const ResourceArn = `arn:aws:dynamodb:${region}:${defaultAccountId}:table/${TableName}`;
    const policy = JSON.stringify({
      Statement: {
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "dynamodb:UpdateTimeToLive",
        Resource: ResourceArn,
        Condition: { StringEquals: { "aws:PrincipalAccount": "111111111111" } },
      },
    });
    const { BackupDetails } = await invoke(createBackup, { TableName, BackupName: "backup" });
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    await invoke(updateContinuousBackups, { TableName, PointInTimeRecoverySpecification });
    await invoke(putResourcePolicy, { ResourceArn, Policy: policy });
    const Key = { id: { S: "1" } };
    return {
      members: {
        AttributeDefinitions,
        BackupArn: BackupDetails?.BackupArn,
        BackupName: "another",
        ConditionExpression: "attribute_exists(id)",
        GlobalTableName: TableName,
        Item: Key,
        Key,
        KeyConditionExpression: "id = :id",
        ExpressionAttributeValues: { ":id": { S: "1" } },
        KeySchema,
        PointInTimeRecoverySpecification,
        Policy: policy,
        ProjectionExpression: "id",
        ResourceArn,
        ResourcePolicy: policy,
        ReturnConsumedCapacity: "TOTAL",
        ReturnValues: "ALL_OLD",
        SourceTableName: TableName,
        TableName,
        TagKeys: ["team"],
        Tags: tags,
        TargetTableName: "restored",
        TimeToLiveSpecification: { Enabled: true, AttributeName: "until" },
        UseLatestRestorableTime: true,
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
