import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
  ScanCommand,
  UpdateTableCommand,
  type UpdateTableCommandInput,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import {
  clientsFor,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { makeTable, tableInput } from "./fixtures.ts";

const arn = "arn:aws:dynamodb:us-east-1:000000000000:table/people";

describe("DynamoDB tables", () => {
  let emulator: Emulator;
  let clients: Clients;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const describeTable = async (TableName = "people") =>
    (await clients.dynamoDb.send(new DescribeTableCommand({ TableName }))).Table;
  const update = (change: Omit<UpdateTableCommandInput, "TableName">) =>
    clients.dynamoDb.send(new UpdateTableCommand({ TableName: "people", ...change }));

  it("are described as AWS describes a table that is billed per request and encrypted by default", async () => {
    const { TableDescription: created } = await clients.dynamoDb.send(new CreateTableCommand(tableInput("people")));
    const described = await describeTable();

    expect(created?.TableStatus).to.equal("CREATING");
    expect(described?.TableId).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(described).to.deep.equal({
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      TableName: "people",
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      TableStatus: "ACTIVE",
      CreationDateTime: created?.CreationDateTime,
      ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
      TableSizeBytes: 0,
      ItemCount: 0,
      TableArn: arn,
      TableId: created?.TableId,
      BillingModeSummary: {
        BillingMode: "PAY_PER_REQUEST",
        LastUpdateToPayPerRequestDateTime: created?.CreationDateTime,
      },
      DeletionProtectionEnabled: false,
    });
  });

  it("have indexes, provisioned throughput and a table class where they were asked for", async () => {
    await clients.dynamoDb.send(
      new CreateTableCommand({
        TableName: "people",
        AttributeDefinitions: [
          { AttributeName: "id", AttributeType: "S" },
          { AttributeName: "at", AttributeType: "N" },
        ],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        GlobalSecondaryIndexes: [
          {
            IndexName: "by-time",
            KeySchema: [{ AttributeName: "at", KeyType: "HASH" }],
            Projection: { ProjectionType: "ALL" },
            ProvisionedThroughput: { ReadCapacityUnits: 3, WriteCapacityUnits: 4 },
          },
        ],
        ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 2 },
        TableClass: "STANDARD_INFREQUENT_ACCESS",
      }),
    );

    const described = await describeTable();

    expect(described?.BillingModeSummary).to.equal(undefined);
    expect(described?.TableClassSummary).to.deep.equal({ TableClass: "STANDARD_INFREQUENT_ACCESS" });
    expect(described?.ProvisionedThroughput).to.deep.equal({
      NumberOfDecreasesToday: 0,
      ReadCapacityUnits: 1,
      WriteCapacityUnits: 2,
    });
    expect(described?.GlobalSecondaryIndexes).to.deep.equal([
      {
        IndexName: "by-time",
        KeySchema: [{ AttributeName: "at", KeyType: "HASH" }],
        Projection: { ProjectionType: "ALL" },
        IndexStatus: "ACTIVE",
        ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 3, WriteCapacityUnits: 4 },
        IndexSizeBytes: 0,
        ItemCount: 0,
        IndexArn: `${arn}/index/by-time`,
      },
    ]);
  });

  it("can be named by their ARN", async () => {
    await makeTable(clients, "people");

    expect((await describeTable(arn))?.TableName).to.equal("people");
    expect((await clients.dynamoDb.send(new ScanCommand({ TableName: arn }))).Count).to.equal(1);
  });

  it("belong to one account and one region", async () => {
    await makeTable(clients, "people");

    for (const other of [clientsFor(emulator, rootOf("111111111111")), clientsFor(emulator, rootOf(), "eu-west-1")]) {
      expect((await other.dynamoDb.send(new ListTablesCommand({}))).TableNames).to.deep.equal([]);
      await makeTable(other, "people");
      await other.dynamoDb.send(new DeleteTableCommand({ TableName: "people" }));
    }
    expect((await clients.dynamoDb.send(new ScanCommand({ TableName: "people" }))).Count).to.equal(1);
  });

  it("are listed in the order of their names, page by page", async () => {
    for (const name of ["ccc", "aaa", "bbb"]) await clients.dynamoDb.send(new CreateTableCommand(tableInput(name)));

    const first = await clients.dynamoDb.send(new ListTablesCommand({ Limit: 2 }));
    const second = await clients.dynamoDb.send(
      new ListTablesCommand({ Limit: 2, ExclusiveStartTableName: first.LastEvaluatedTableName }),
    );

    expect(first).to.deep.include({ TableNames: ["aaa", "bbb"], LastEvaluatedTableName: "bbb" });
    expect(second.TableNames).to.deep.equal(["ccc"]);
    expect(second.LastEvaluatedTableName).to.equal(undefined);
  });

  it("are gone with their items once deleted, and their names are free", async () => {
    await makeTable(clients, "people");

    const { TableDescription } = await clients.dynamoDb.send(new DeleteTableCommand({ TableName: "people" }));
    const refusal = await refusalOf(describeTable());
    await clients.dynamoDb.send(new CreateTableCommand(tableInput("people")));

    expect(TableDescription?.TableStatus).to.equal("DELETING");
    expect(refusal).to.deep.equal({
      code: "ResourceNotFoundException",
      message: "Requested resource not found: Table: people not found",
      status: 400,
    });
    expect((await clients.dynamoDb.send(new ScanCommand({ TableName: "people" }))).Count).to.equal(0);
  });

  it("are kept while deletion protection is on", async () => {
    await clients.dynamoDb.send(new CreateTableCommand(tableInput("people", { DeletionProtectionEnabled: true })));

    const refusal = await refusalOf(clients.dynamoDb.send(new DeleteTableCommand({ TableName: "people" })));
    const { TableDescription } = await update({ DeletionProtectionEnabled: false });
    await clients.dynamoDb.send(new DeleteTableCommand({ TableName: "people" }));

    expect(refusal).to.deep.equal({
      code: "ValidationException",
      message:
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
      status: 400,
    });
    expect(TableDescription).to.include({ TableStatus: "ACTIVE", DeletionProtectionEnabled: false });
  });

  it("change their capacity", async () => {
    await clients.dynamoDb.send(new CreateTableCommand(tableInput("people")));

    const { TableDescription } = await update({
      BillingMode: "PROVISIONED",
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
    });
    await update({ ProvisionedThroughput: { ReadCapacityUnits: 2, WriteCapacityUnits: 5 } });
    const provisioned = await describeTable();
    await update({ BillingMode: "PAY_PER_REQUEST" });
    const perRequest = await describeTable();

    expect(TableDescription?.TableStatus).to.equal("UPDATING");
    expect(provisioned?.TableStatus).to.equal("ACTIVE");
    expect(provisioned?.BillingModeSummary?.BillingMode).to.equal("PROVISIONED");
    expect(provisioned?.ProvisionedThroughput).to.deep.include({
      NumberOfDecreasesToday: 1,
      ReadCapacityUnits: 2,
      WriteCapacityUnits: 5,
    });
    expect(perRequest?.BillingModeSummary?.BillingMode).to.equal("PAY_PER_REQUEST");
    expect(perRequest?.ProvisionedThroughput).to.include({ ReadCapacityUnits: 0, WriteCapacityUnits: 0 });
  });

  it("have no expiry of items and no point-in-time recovery", async () => {
    await clients.dynamoDb.send(new CreateTableCommand(tableInput("people")));

    const expiry = await clients.dynamoDb.send(new DescribeTimeToLiveCommand({ TableName: "people" }));
    const backups = await clients.dynamoDb.send(new DescribeContinuousBackupsCommand({ TableName: "people" }));

    expect(expiry.TimeToLiveDescription).to.deep.equal({ TimeToLiveStatus: "DISABLED" });
    expect(backups.ContinuousBackupsDescription).to.deep.equal({
      ContinuousBackupsStatus: "ENABLED",
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "DISABLED" },
    });
  });

  it("are managed by management events that name the table", async () => {
    await clients.dynamoDb.send(new CreateTableCommand(tableInput("people")));

    const [event] = emulator.instance.audit.eventsOf("000000000000");

    expect(event).to.deep.include({
      eventSource: "dynamodb.amazonaws.com",
      eventName: "CreateTable",
      readOnly: false,
      eventCategory: "Management",
      resources: [{ accountId: "000000000000", type: "AWS::DynamoDB::Table", ARN: arn }],
    });
    expect(event?.requestParameters).to.deep.equal({
      tableName: "people",
      attributeDefinitions: [{ attributeName: "id", attributeType: "S" }],
      keySchema: [{ attributeName: "id", keyType: "HASH" }],
      billingMode: "PAY_PER_REQUEST",
    });
  });
});
