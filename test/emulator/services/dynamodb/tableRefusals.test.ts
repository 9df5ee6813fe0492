import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { tableInput } from "./fixtures.ts";

const arn = "arn:aws:dynamodb:us-east-1:000000000000:table/people";

describe("Operations on DynamoDB tables", () => {
  let emulator: Emulator;
  let clients: Clients;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const refusals: readonly {
    readonly title: string;
    readonly call: (clients: Clients) => Promise<unknown>;
    readonly code?: string;
    readonly message: string;
  }[] = [
    {
      title: "a second table of the same name",
      call: ({ dynamoDb }) => dynamoDb.send(new CreateTableCommand(tableInput("people"))),
      code: "ResourceInUseException",
      message: "Table already exists: people",
    },
    {
      title: "a name that is too short",
      call: ({ dynamoDb }) => dynamoDb.send(new CreateTableCommand(tableInput("ab"))),
      message: "TableName must be at least 3 characters long and at most 255 characters long",
    },
    {
      title: "a parameter that is not carried",
      call: ({ dynamoDb }) =>
        dynamoDb.send(
          new CreateTableCommand(
            tableInput("people2", { StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" } }),
          ),
        ),
      message: "The embedded AWS does not carry the parameter 'StreamSpecification' of dynamodb:CreateTable yet.",
    },
    {
      title: "a parameter of an index that is not carried",
      call: ({ dynamoDb }) =>
        dynamoDb.send(
          new CreateTableCommand(
            tableInput("people2", {
              GlobalSecondaryIndexes: [
                {
                  IndexName: "index",
                  KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
                  Projection: { ProjectionType: "ALL" },
                  WarmThroughput: { ReadUnitsPerSecond: 20_000 },
                },
              ],
            }),
          ),
        ),
      message:
        "The embedded AWS does not carry the parameter 'GlobalSecondaryIndexes.WarmThroughput' of dynamodb:CreateTable yet.",
    },
    {
      title: "an update that changes nothing",
      call: ({ dynamoDb }) => dynamoDb.send(new UpdateTableCommand({ TableName: "people" })),
      message:
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required",
    },
    {
      title: "an update of encryption together with anything else",
      call: ({ dynamoDb }) =>
        dynamoDb.send(
          new UpdateTableCommand({
            TableName: "people",
            SSESpecification: { Enabled: true },
            DeletionProtectionEnabled: true,
          }),
        ),
      message:
        "One or more parameter values were invalid: Server-Side Encryption modification must be the only operation in the request",
    },
    {
      title: "an update of deletion protection together with anything else",
      call: ({ dynamoDb }) =>
        dynamoDb.send(
          new UpdateTableCommand({
            TableName: "people",
            BillingMode: "PAY_PER_REQUEST",
            DeletionProtectionEnabled: true,
          }),
        ),
      message:
        "One or more parameter values were invalid: DeletionProtection modification must be the only operation in the request",
    },
    {
      title: "throughput for a table that is billed per request",
      call: ({ dynamoDb }) =>
        dynamoDb.send(
          new UpdateTableCommand({
            TableName: "people",
            ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
          }),
        ),
      message:
        "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
    },
    {
      title: "provisioned billing without throughput",
      call: ({ dynamoDb }) =>
        dynamoDb.send(new UpdateTableCommand({ TableName: "people", BillingMode: "PROVISIONED" })),
      message:
        "One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED",
    },
    {
      title: "an ARN of another region",
      call: ({ dynamoDb }) =>
        dynamoDb.send(new DescribeTableCommand({ TableName: arn.replace("us-east-1", "eu-west-1") })),
      message:
        "1 validation error detected: Invalid AWS region in 'arn:aws:dynamodb:eu-west-1:000000000000:table/people'",
    },
    {
      title: "a deletion of a table that does not exist",
      call: ({ dynamoDb }) => dynamoDb.send(new DeleteTableCommand({ TableName: "nowhere" })),
      code: "ResourceNotFoundException",
      message: "Requested resource not found: Table: nowhere not found",
    },
    {
      title: "a description of the backups of a table that does not exist",
      call: ({ dynamoDb }) => dynamoDb.send(new DescribeContinuousBackupsCommand({ TableName: "nowhere" })),
      code: "TableNotFoundException",
      message: "Table not found: nowhere",
    },
  ];

  for (const { title, call, code = "ValidationException", message } of refusals) {
    it(`refuse ${title}`, async () => {
      await clients.dynamoDb.send(new CreateTableCommand(tableInput("people")));

      expect(await refusalOf(call(clients))).to.deep.equal({ code, message, status: 400 });
      const { Table } = await clients.dynamoDb.send(new DescribeTableCommand({ TableName: "people" }));
      expect(Table?.DeletionProtectionEnabled).to.equal(false);
    });
  }
});
