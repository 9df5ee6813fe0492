import {
  DescribeContributorInsightsCommand,
  DescribeEndpointsCommand,
  DescribeKinesisStreamingDestinationCommand,
  DescribeLimitsCommand,
  DescribeTableReplicaAutoScalingCommand,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
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
