import {
  CreateBackupCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetResourcePolicyCommand,
  ListTagsOfResourceCommand,
  PutItemCommand,
  RestoreTableFromBackupCommand,
  ScanCommand,
  UpdateContinuousBackupsCommand,
  type PointInTimeRecoverySpecification,
  type RestoreTableFromBackupCommandInput,
} from "@aws-sdk/client-dynamodb";
import { DisableKeyCommand, EnableKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { allow, allowDynamoDb, byName, makeKey, makeTable, policyOf, tableArn, underKey } from "./fixtures.ts";

const minute = 60 * 1000;

describe("Backups of DynamoDB tables, when they are restored,", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const advance = (milliseconds: number) => emulator.instance.clock.advance(milliseconds);
  const backUp = async (TableName = "people", BackupName = "nightly") => {
    const { BackupDetails } = await clients.dynamoDb.send(new CreateBackupCommand({ TableName, BackupName }));
    return BackupDetails?.BackupArn ?? "";
  };
  const restore = (BackupArn: string, more: Partial<RestoreTableFromBackupCommandInput> = {}, by = clients) =>
    by.dynamoDb.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: "restored", ...more }));
  const describeTable = async (TableName: string) =>
    (await clients.dynamoDb.send(new DescribeTableCommand({ TableName }))).Table;
  const items = async (TableName: string) =>
    (await clients.dynamoDb.send(new ScanCommand({ TableName }))).Items?.map(({ id }) => id?.S).sort();
  const put = (id: string) =>
    clients.dynamoDb.send(new PutItemCommand({ TableName: "people", Item: { id: { S: id } } }));
  const recover = (specification: PointInTimeRecoverySpecification) =>
    clients.dynamoDb.send(
      new UpdateContinuousBackupsCommand({ TableName: "people", PointInTimeRecoverySpecification: specification }),
    );

  it("hold the items of their moment, also when the table is gone", async () => {
    await makeTable(clients, "people", byName);
    const BackupArn = await backUp();
    await put("2");
    await clients.dynamoDb.send(new DeleteTableCommand({ TableName: "people" }));

    const { TableDescription } = await restore(BackupArn);
    expect(TableDescription?.TableStatus).to.equal("CREATING");
    expect(await items("restored")).to.deep.equal(["1"]);
    const table = await describeTable("restored");
    expect(table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).to.deep.equal(["by-name"]);
    expect(table?.RestoreSummary).to.deep.include({
      SourceBackupArn: BackupArn,
      SourceTableArn: tableArn("people"),
      RestoreInProgress: false,
    });
  });

  it("restore neither tags nor policy, time to live, recovery or protection", async () => {
    await makeTable(clients, "people", {
      Tags: [{ Key: "team", Value: "red" }],
      ResourcePolicy: policyOf({ Principal: { AWS: "000000000000" }, Action: "dynamodb:GetItem" }),
      DeletionProtectionEnabled: true,
    });
    await recover({ PointInTimeRecoveryEnabled: true });
    await restore(await backUp());

    const { dynamoDb } = clients;
    const ResourceArn = tableArn("restored");
    expect((await describeTable("restored"))?.DeletionProtectionEnabled).to.equal(false);
    expect((await dynamoDb.send(new ListTagsOfResourceCommand({ ResourceArn }))).Tags).to.deep.equal([]);
    const policy = await refusalOf(dynamoDb.send(new GetResourcePolicyCommand({ ResourceArn })));
    expect(policy.code).to.equal("PolicyNotFoundException");
    const timeToLive = await dynamoDb.send(new DescribeTimeToLiveCommand({ TableName: "restored" }));
    expect(timeToLive.TimeToLiveDescription?.TimeToLiveStatus).to.equal("DISABLED");
    const continuous = await dynamoDb.send(new DescribeContinuousBackupsCommand({ TableName: "restored" }));
    expect(continuous.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus).to.equal(
      "DISABLED",
    );
  });

  it("restore with other capacity and fewer indexes", async () => {
    await makeTable(clients, "people", byName);
    const BackupArn = await backUp();
    const ProvisionedThroughputOverride = { ReadCapacityUnits: 3, WriteCapacityUnits: 4 };
    await restore(BackupArn, {
      BillingModeOverride: "PROVISIONED",
      ProvisionedThroughputOverride,
      GlobalSecondaryIndexOverride: [],
    });
    const table = await describeTable("restored");
    expect(table?.ProvisionedThroughput).to.include({ ReadCapacityUnits: 3, WriteCapacityUnits: 4 });
    expect(table?.GlobalSecondaryIndexes).to.equal(undefined);
    expect(table?.AttributeDefinitions).to.deep.equal([{ AttributeName: "id", AttributeType: "S" }]);
  });

  const overrides: { name: string; override: Partial<RestoreTableFromBackupCommandInput>; message: string }[] = [
    {
      name: "with an index that was not there",
      override: {
        LocalSecondaryIndexOverride: [
          {
            IndexName: "new",
            KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
            Projection: { ProjectionType: "ALL" },
          },
        ],
      },
      message:
        "Invalid Request: Index new does not match a secondary index that existed in the source table and cannot be created during the restore operation",
    },
    {
      name: "as provisioned without throughput",
      override: { BillingModeOverride: "PROVISIONED" },
      message: "Invalid Request: Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED",
    },
    {
      name: "with throughput when it is billed by request",
      override: { ProvisionedThroughputOverride: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
      message: "Invalid Request: Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED",
    },
  ];
  for (const { name, override, message } of overrides) {
    it(`are not restored ${name}`, async () => {
      await makeTable(clients, "people");
      expect(await refusalOf(restore(await backUp(), override))).to.deep.equal({
        code: "ValidationException",
        message,
        status: 400,
      });
    });
  }

  describe("of tables under a KMS key", () => {
    let key: string;
    beforeEach(async () => {
      key = await makeKey(clients);
      await makeTable(clients, "people", underKey(key));
    });

    it("restore under the same key, or another, where the caller may use the old one", async () => {
      const BackupArn = await backUp();
      const another = await makeKey(clients);
      const ada = await createUser(emulator, "Ada", [allowDynamoDb, allow("kms:DescribeKey", "kms:CreateGrant")]);
      expect((await refusalOf(restore(BackupArn, {}, ada.clients))).message).to.match(/perform: kms:Decrypt/);

      await restore(BackupArn);
      expect((await describeTable("restored"))?.SSEDescription?.KMSMasterKeyArn).to.equal(key);
      const SSESpecificationOverride = underKey(another).SSESpecification;
      await restore(BackupArn, { TargetTableName: "moved", SSESpecificationOverride });
      expect((await describeTable("moved"))?.SSEDescription?.KMSMasterKeyArn).to.equal(another);
      await restore(BackupArn, { TargetTableName: "plain", SSESpecificationOverride: { Enabled: false } });
      expect((await describeTable("plain"))?.SSEDescription).to.equal(undefined);
      expect(await items("plain")).to.deep.equal(["1"]);
    });

    it("cannot be restored while the key is disabled, whatever the new key", async () => {
      const BackupArn = await backUp();
      const SSESpecificationOverride = underKey(await makeKey(clients)).SSESpecification;
      advance(5 * minute);
      await clients.kms.send(new DisableKeyCommand({ KeyId: key }));
      expect((await refusalOf(restore(BackupArn, { SSESpecificationOverride }))).message).to.match(
        /^KMS key disabled error/,
      );
      expect((await refusalOf(describeTable("restored"))).code).to.equal("ResourceNotFoundException");
      await clients.kms.send(new EnableKeyCommand({ KeyId: key }));
      await restore(BackupArn, { SSESpecificationOverride });
    });
  });
});
