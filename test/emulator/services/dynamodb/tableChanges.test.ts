import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  PutItemCommand,
  QueryCommand,
  UpdateTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
  type GlobalSecondaryIndexUpdate,
  type UpdateTableCommandInput,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeTable, tableInput } from "./fixtures.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const TableName = "people";
const units = (ReadCapacityUnits: number, WriteCapacityUnits = 5) => ({ ReadCapacityUnits, WriteCapacityUnits });
const provisioned = { BillingMode: "PROVISIONED" as const, ProvisionedThroughput: units(10) };
const perRequest = { BillingMode: "PAY_PER_REQUEST" as const };
const AttributeDefinitions = [{ AttributeName: "name", AttributeType: "S" as const }];
const index = {
  IndexName: "by-name",
  KeySchema: [{ AttributeName: "name", KeyType: "HASH" as const }],
  Projection: { ProjectionType: "ALL" as const },
};
const createByName: GlobalSecondaryIndexUpdate = { Create: index };
const deleteByName: GlobalSecondaryIndexUpdate = { Delete: { IndexName: "by-name" } };

describe("UpdateTable", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const advance = (milliseconds: number) => emulator.instance.clock.advance(milliseconds);
  const describeTable = async () => (await clients.dynamoDb.send(new DescribeTableCommand({ TableName }))).Table;
  const update = (change: Omit<UpdateTableCommandInput, "TableName">) =>
    clients.dynamoDb.send(new UpdateTableCommand({ TableName, ...change }));
  const named = async (name: string) => {
    const { Items = [] } = await clients.dynamoDb.send(
      new QueryCommand({
        TableName,
        IndexName: "by-name",
        KeyConditionExpression: "#n = :n",
        ExpressionAttributeNames: { "#n": "name" },
        ExpressionAttributeValues: { ":n": { S: name } },
      }),
    );
    return Items.map(({ id }) => id?.S);
  };

  describe("of global secondary indexes", () => {
    beforeEach(async () => {
      await makeTable(clients, TableName);
      for (const [id, name] of [
        ["2", { S: "Ann" }],
        ["3", { N: "7" }],
      ] as const) {
        await clients.dynamoDb.send(new PutItemCommand({ TableName, Item: { id: { S: id }, name } }));
      }
    });

    it("makes one, with the items that are there and those that come; others stay without", async () => {
      const { TableDescription } = await update({ AttributeDefinitions, GlobalSecondaryIndexUpdates: [createByName] });
      expect(TableDescription?.TableStatus).to.equal("UPDATING");
      await clients.dynamoDb.send(new PutItemCommand({ TableName, Item: { id: { S: "4" }, name: { S: "Ann" } } }));
      expect((await named("Ann")).sort()).to.deep.equal(["2", "4"]);

      const table = await describeTable();
      expect(table?.TableStatus).to.equal("ACTIVE");
      expect(table?.AttributeDefinitions).to.have.length(2);
      expect(
        table?.GlobalSecondaryIndexes?.map(({ IndexName, IndexStatus }) => [IndexName, IndexStatus]),
      ).to.deep.equal([["by-name", "ACTIVE"]]);
    });

    it("deletes one, and the definition of its attribute", async () => {
      await update({ AttributeDefinitions, GlobalSecondaryIndexUpdates: [createByName] });
      await update({ GlobalSecondaryIndexUpdates: [deleteByName] });
      const table = await describeTable();
      expect(table?.GlobalSecondaryIndexes).to.equal(undefined);
      expect(table?.AttributeDefinitions).to.deep.equal([{ AttributeName: "id", AttributeType: "S" }]);
      expect((await refusalOf(named("Ann"))).code).to.equal("ValidationException");
      await update({ AttributeDefinitions, GlobalSecondaryIndexUpdates: [createByName] });
      expect(await named("Ann")).to.deep.equal(["2"]);
    });

    it("changes the throughput of one, alone and together with that of the table", async () => {
      await update({ AttributeDefinitions, GlobalSecondaryIndexUpdates: [createByName] });
      expect((await refusalOf(update(provisioned))).message).to.equal(
        "One or more parameter values were invalid: ProvisionedThroughput must be specified for index: by-name",
      );
      const throughput = (read: number) => [{ Update: { IndexName: "by-name", ProvisionedThroughput: units(read) } }];
      await update({ ...provisioned, GlobalSecondaryIndexUpdates: throughput(7) });
      await update({ GlobalSecondaryIndexUpdates: throughput(6) });
      const [described] = (await describeTable())?.GlobalSecondaryIndexes ?? [];
      expect(described?.ProvisionedThroughput).to.include(units(6));
      expect((await refusalOf(update({ GlobalSecondaryIndexUpdates: throughput(6) }))).message).to.match(
        /^The provisioned throughput for the index by-name will not change\. The requested value equals the current/,
      );
      expect(await named("Ann")).to.deep.equal(["2"]);
    });

    const invalid = "One or more parameter values were invalid: ";
    const another: GlobalSecondaryIndexUpdate = { Create: { ...index, IndexName: "another" } };
    const refusals: { name: string; updates: GlobalSecondaryIndexUpdate[]; code?: string; message: string }[] = [
      { name: "no change", updates: [], message: `${invalid}List of GlobalSecondaryIndexUpdates is empty` },
      {
        name: "an empty change",
        updates: [{}],
        message: `${invalid}One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null`,
      },
      {
        name: "two in one",
        updates: [{ ...createByName, ...deleteByName }],
        message: `${invalid}Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object`,
      },
      {
        name: "two of the same index",
        updates: [createByName, deleteByName],
        message: `${invalid}Only one global secondary index update per index is allowed simultaneously. Index: by-name`,
      },
      {
        name: "two new indexes",
        updates: [createByName, another],
        code: "LimitExceededException",
        message: "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table",
      },
      {
        name: "the deletion of what is not there",
        updates: [deleteByName],
        message: "Cannot delete an index that is not a GlobalSecondaryIndex: by-name",
      },
      {
        name: "throughput of what is not there",
        updates: [{ Update: { IndexName: "by-name", ProvisionedThroughput: units(1) } }],
        message: "Cannot update an index that is not a GlobalSecondaryIndex: by-name",
      },
      {
        name: "a key without a definition",
        updates: [createByName],
        message: `${invalid}AttributeDefinitions is not specified for index: by-name`,
      },
    ];
    for (const { name, updates, code = "ValidationException", message } of refusals) {
      it(`refuses ${name}`, async () => {
        const refusal = await refusalOf(update({ GlobalSecondaryIndexUpdates: updates }));
        expect(refusal).to.deep.equal({ code, message, status: 400 });
        expect((await describeTable())?.GlobalSecondaryIndexes).to.equal(undefined);
      });
    }

    it("refuses a second one of a name, and throughput where the table is billed by request", async () => {
      await update({ AttributeDefinitions, GlobalSecondaryIndexUpdates: [createByName] });
      expect((await refusalOf(update({ GlobalSecondaryIndexUpdates: [createByName] }))).message).to.equal(
        "Attempting to create an index which already exists",
      );
      const Update = { IndexName: "by-name", ProvisionedThroughput: units(1) };
      expect((await refusalOf(update({ GlobalSecondaryIndexUpdates: [{ Update }] }))).message).to.equal(
        `${invalid}The only Updates for index: by-name when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput`,
      );
      expect(
        (await refusalOf(update({ ...provisioned, GlobalSecondaryIndexUpdates: [deleteByName] }))).message,
      ).to.equal(`${invalid}You cannot create or delete index while updating table IOPS`);
    });
  });

  describe("of capacity", () => {
    it("decreases four times on a day, and then once an hour", async () => {
      await clients.dynamoDb.send(new CreateTableCommand(tableInput(TableName, provisioned)));
      const decrease = (read: number) => update({ ProvisionedThroughput: units(read) });
      advance(day - (emulator.instance.clock.now().getTime() % day));
      for (const read of [9, 8, 7, 6]) await decrease(read);
      const { code, message } = await refusalOf(decrease(5));
      expect(code).to.equal("LimitExceededException");
      expect(message).to.match(
        /^Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day\. After the first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once every 3600 seconds\. Number of decreases today: 4\. Last decrease at \w+day, \w+ \d+, \d{4} at 12:00:\d\d AM Coordinated Universal Time\. Next decrease can be made at \w+day, \w+ \d+, \d{4} at 1:00:\d\d AM Coordinated Universal Time$/,
      );
      await update({ ProvisionedThroughput: units(20) });
      advance(hour);
      await decrease(5);
      expect((await refusalOf(decrease(4))).code).to.equal("LimitExceededException");
      advance(23 * hour);
      await decrease(4);
    });

    it("changes to billing by request four times in 24 hours", async () => {
      await clients.dynamoDb.send(new CreateTableCommand(tableInput(TableName, provisioned)));
      for (let count = 0; count < 4; count++) {
        await update(perRequest);
        await update(provisioned);
      }
      const { code, message } = await refusalOf(update(perRequest));
      expect(code).to.equal("LimitExceededException");
      expect(message).to.match(
        /^Subscriber limit exceeded: Update to PayPerRequest mode are limited to 4 times in 1 d/,
      );
      advance(day);
      await update(perRequest);
    });

    it("has a maximum, as CreateTable has", async () => {
      await clients.dynamoDb.send(new CreateTableCommand(tableInput(TableName, provisioned)));
      const tooMuch = { ProvisionedThroughput: units(40_001) };
      const refusal = {
        code: "LimitExceededException",
        message:
          "The requested ReadCapacityUnits, 40001, is above the per table maximum for the account in us-east-1. Per table maximum: 40000. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.",
        status: 400,
      };
      expect(await refusalOf(update(tooMuch))).to.deep.equal(refusal);
      const create = new CreateTableCommand(tableInput("others", { ...provisioned, ...tooMuch }));
      expect(await refusalOf(clients.dynamoDb.send(create))).to.deep.equal(refusal);
      await update({ ProvisionedThroughput: units(40_000) });
    });
  });

  describe("of the table class", () => {
    const become = (TableClass: "STANDARD" | "STANDARD_INFREQUENT_ACCESS") => update({ TableClass });
    beforeEach(() => clients.dynamoDb.send(new CreateTableCommand(tableInput(TableName))));

    it("changes it twice in 30 days", async () => {
      await become("STANDARD");
      expect((await describeTable())?.TableClassSummary).to.equal(undefined);
      await become("STANDARD_INFREQUENT_ACCESS");
      const { TableClassSummary } = (await describeTable()) ?? {};
      expect(TableClassSummary?.TableClass).to.equal("STANDARD_INFREQUENT_ACCESS");
      expect(TableClassSummary?.LastUpdateDateTime).to.be.instanceOf(Date);
      await become("STANDARD");
      for (const tableClass of ["STANDARD_INFREQUENT_ACCESS", "STANDARD"] as const) {
        expect(await refusalOf(become(tableClass))).to.deep.equal({
          code: "LimitExceededException",
          message: "Subscriber limit exceeded: Updates to TableClass are limited to 2 times in 30 day(s).",
          status: 400,
        });
      }
      advance(30 * day);
      await become("STANDARD_INFREQUENT_ACCESS");
    });

    it("is made alone", async () => {
      const both = update({ TableClass: "STANDARD_INFREQUENT_ACCESS", DeletionProtectionEnabled: true });
      expect((await refusalOf(both)).message).to.equal(
        "One or more parameter values were invalid: TableClass modification must be the only operation in the request",
      );
    });
  });

  it("and the other operations on tables answer as the waiters of the SDK expect", async () => {
    const waiter = { client: clients.dynamoDb, minDelay: 1, maxDelay: 1, maxWaitTime: 5 };
    await clients.dynamoDb.send(new CreateTableCommand(tableInput(TableName)));
    expect((await waitUntilTableExists(waiter, { TableName })).state).to.equal("SUCCESS");
    await clients.dynamoDb.send(new DeleteTableCommand({ TableName }));
    expect((await waitUntilTableNotExists(waiter, { TableName })).state).to.equal("SUCCESS");
  });
});
