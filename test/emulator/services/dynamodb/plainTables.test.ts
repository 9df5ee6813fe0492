import {
  DescribeContributorInsightsCommand,
  DescribeEndpointsCommand,
  DescribeGlobalTableCommand,
  DescribeGlobalTableSettingsCommand,
  DescribeKinesisStreamingDestinationCommand,
  DescribeLimitsCommand,
  DescribeTableReplicaAutoScalingCommand,
  ListContributorInsightsCommand,
  ListExportsCommand,
  ListGlobalTablesCommand,
  ListImportsCommand,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { withoutMetadata } from "../kms/keys.ts";
import { byName, makeTable, tableArn } from "./fixtures.ts";

const TableName = "people";

describe("What a plain table of DynamoDB does not have is described:", () => {
  let emulator: Emulator;
  let clients: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
    await makeTable(clients, TableName, byName);
  });
  after(() => emulator.stop());

  const answers: { name: string; call: (clients: Clients, TableName: string) => Promise<object>; answer: object }[] = [
    {
      name: "no streams to Kinesis",
      call: ({ dynamoDb }, name) => dynamoDb.send(new DescribeKinesisStreamingDestinationCommand({ TableName: name })),
      answer: { TableName, KinesisDataStreamDestinations: [] },
    },
    {
      name: "no insights",
      call: ({ dynamoDb }, name) => dynamoDb.send(new DescribeContributorInsightsCommand({ TableName: name })),
      answer: { TableName, ContributorInsightsStatus: "DISABLED" },
    },
    {
      name: "no insights into an index",
      call: ({ dynamoDb }, name) =>
        dynamoDb.send(new DescribeContributorInsightsCommand({ TableName: name, IndexName: "by-name" })),
      answer: { TableName, IndexName: "by-name", ContributorInsightsStatus: "DISABLED" },
    },
    {
      name: "no replicas",
      call: ({ dynamoDb }, name) => dynamoDb.send(new DescribeTableReplicaAutoScalingCommand({ TableName: name })),
      answer: { TableAutoScalingDescription: { TableName, TableStatus: "ACTIVE", Replicas: [] } },
    },
  ];
  for (const { name, call, answer } of answers) {
    it(name, async () => {
      expect(withoutMetadata(await call(clients, TableName))).to.deep.equal(answer);
      expect(withoutMetadata(await call(clients, tableArn(TableName)))).to.deep.equal(answer);
      expect(await refusalOf(call(clients, "nothing"))).to.deep.equal({
        code: "ResourceNotFoundException",
        message: "Requested resource not found: Table: nothing not found",
        status: 400,
      });
    });
  }

  it("no insights into an index that is not there", async () => {
    const call = clients.dynamoDb.send(new DescribeContributorInsightsCommand({ TableName, IndexName: "nothing" }));
    expect((await refusalOf(call)).code).to.equal("ResourceNotFoundException");
  });

  const lists: { name: string; call: (clients: Clients) => Promise<object>; answer: object; action: string }[] = [
    {
      name: "global tables",
      call: ({ dynamoDb }) => dynamoDb.send(new ListGlobalTablesCommand({})),
      answer: { GlobalTables: [] },
      action: "ListGlobalTables",
    },
    {
      name: "exports of all tables",
      call: ({ dynamoDb }) => dynamoDb.send(new ListExportsCommand({})),
      answer: { ExportSummaries: [] },
      action: "ListExports",
    },
    {
      name: "exports of one table",
      call: ({ dynamoDb }) => dynamoDb.send(new ListExportsCommand({ TableArn: tableArn(TableName) })),
      answer: { ExportSummaries: [] },
      action: "ListExports",
    },
    {
      name: "imports",
      call: ({ dynamoDb }) => dynamoDb.send(new ListImportsCommand({})),
      answer: { ImportSummaryList: [] },
      action: "ListImports",
    },
    {
      name: "insights of all tables",
      call: ({ dynamoDb }) => dynamoDb.send(new ListContributorInsightsCommand({})),
      answer: { ContributorInsightsSummaries: [] },
      action: "ListContributorInsights",
    },
    {
      name: "insights of one table",
      call: ({ dynamoDb }) => dynamoDb.send(new ListContributorInsightsCommand({ TableName })),
      answer: { ContributorInsightsSummaries: [] },
      action: "ListContributorInsights",
    },
  ];
  for (const { name, call, answer, action } of lists) {
    it(`no ${name}, to whoever may ask`, async () => {
      expect(withoutMetadata(await call(clients))).to.deep.equal(answer);
      const { clients: ada } = await createUser(emulator, `Ada-${name.replaceAll(" ", "-")}`, []);
      const { code, message } = await refusalOf(call(ada));
      expect(code).to.equal("AccessDeniedException");
      expect(message).to.contain(`is not authorized to perform: dynamodb:${action} on resource: `);
    });
  }

  it("no exports of one table, to whoever may ask about that table alone", async () => {
    const allowed = { Effect: "Allow" as const, Action: "dynamodb:ListExports", Resource: tableArn(TableName) };
    const { clients: grace } = await createUser(emulator, "Grace", [allowed]);
    const ask = (TableArn?: string) => grace.dynamoDb.send(new ListExportsCommand({ TableArn }));
    expect((await ask(tableArn(TableName))).ExportSummaries).to.deep.equal([]);
    for (const other of [undefined, tableArn("others")]) {
      expect((await refusalOf(ask(other))).code).to.equal("AccessDeniedException");
    }
  });

  it("no insights of a table that is not there", async () => {
    const call = clients.dynamoDb.send(new ListContributorInsightsCommand({ TableName: "nothing" }));
    expect((await refusalOf(call)).code).to.equal("ResourceNotFoundException");
  });

  it("no global table, not even by the name of a table", async () => {
    const notFound = (message: string) => ({ code: "GlobalTableNotFoundException", message, status: 400 });
    const GlobalTableName = TableName;
    const { dynamoDb } = clients;
    expect(await refusalOf(dynamoDb.send(new DescribeGlobalTableCommand({ GlobalTableName })))).to.deep.equal(
      notFound("Global table not found: Global table with name: 'people' does not exist."),
    );
    expect(await refusalOf(dynamoDb.send(new DescribeGlobalTableSettingsCommand({ GlobalTableName })))).to.deep.equal(
      notFound("Global table with name: 'people' does not exist."),
    );
  });

  it("the account's limits, and where DynamoDB is", async () => {
    expect(withoutMetadata(await clients.dynamoDb.send(new DescribeLimitsCommand()))).to.deep.equal({
      AccountMaxReadCapacityUnits: 80_000,
      AccountMaxWriteCapacityUnits: 80_000,
      TableMaxReadCapacityUnits: 40_000,
      TableMaxWriteCapacityUnits: 40_000,
    });
    expect((await clients.dynamoDb.send(new DescribeEndpointsCommand({}))).Endpoints).to.deep.equal([
      { Address: "dynamodb.us-east-1.amazonaws.com", CachePeriodInMinutes: 1440 },
    ]);
  });
});
