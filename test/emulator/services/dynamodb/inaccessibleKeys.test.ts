import {
  CreateBackupCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  PutItemCommand,
  PutResourcePolicyCommand,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import {
  CancelKeyDeletionCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  ListGrantsCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { getOne, makeKey, makeTable, policyOf, tableArn, underKey } from "./fixtures.ts";

const minute = 60 * 1000;
const day = 24 * 60 * minute;
const TableName = "people";
const ResourceArn = tableArn(TableName);
const inaccessible = "INACCESSIBLE_ENCRYPTION_CREDENTIALS";

describe("A table whose KMS key is inaccessible", () => {
  let emulator: Emulator;
  let clients: Clients;
  let key: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
    key = await makeKey(clients);
    await makeTable(clients, TableName, underKey(key));
  });
  afterEach(() => emulator.stop());

  const advance = (milliseconds: number) => emulator.instance.clock.advance(milliseconds);
  const now = () => emulator.instance.clock.now().getTime();
  const describeTable = async () => (await clients.dynamoDb.send(new DescribeTableCommand({ TableName }))).Table;
  const status = async () => (await describeTable())?.TableStatus;
  const read = async () => (await clients.dynamoDb.send(getOne(TableName))).Item?.id?.S;
  const encrypt = (keyArn: string) => clients.dynamoDb.send(new UpdateTableCommand({ TableName, ...underKey(keyArn) }));
  const disable = () => clients.kms.send(new DisableKeyCommand({ KeyId: key }));
  const enable = () => clients.kms.send(new EnableKeyCommand({ KeyId: key }));
  const scheduleDeletion = () =>
    clients.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key, PendingWindowInDays: 7 }));
  const grants = async () => (await clients.kms.send(new ListGrantsCommand({ KeyId: key }))).Grants ?? [];
  const revoke = async () => {
    for (const { GrantId } of await grants()) await clients.kms.send(new RevokeGrantCommand({ KeyId: key, GrantId }));
  };

  const causes: { name: string; cause: () => Promise<unknown> }[] = [
    { name: "disabled", cause: disable },
    { name: "to be deleted", cause: scheduleDeletion },
    { name: "no longer granted to DynamoDB", cause: revoke },
  ];
  for (const { name, cause } of causes) {
    it(`is found half an hour after the key is ${name}`, async () => {
      const usable = await describeTable();
      await cause();
      advance(30 * minute - 5000);
      expect(await describeTable()).to.deep.equal(usable);
      advance(5000);

      const { InaccessibleEncryptionDateTime: detectedAt, ...SSEDescription } =
        (await describeTable())?.SSEDescription ?? {};
      expect(await status()).to.equal(inaccessible);
      expect(SSEDescription).to.deep.equal({ Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: key });
      expect(now() - Number(detectedAt)).to.be.within(0, 5000);
      advance(day);
      expect((await describeTable())?.SSEDescription?.InaccessibleEncryptionDateTime).to.deep.equal(detectedAt);
    });
  }

  it("is not found if the key is usable again within half an hour", async () => {
    await disable();
    advance(20 * minute);
    await enable();
    advance(20 * minute);
    expect(await status()).to.equal("ACTIVE");
  });

  it("refuses items while AWS still calls the table active, and gives them while it no longer does", async () => {
    await disable();
    expect(await read()).to.equal("1");
    advance(5 * minute);
    const refusal = await refusalOf(read());
    expect(refusal.code).to.equal("ValidationException");
    expect(refusal.message).to.match(/^KMS key disabled error: .*DisabledException: arn:aws:kms:\S+ is disabled\./);
    expect(await status()).to.equal("ACTIVE");

    advance(25 * minute);
    await enable();
    expect(await read()).to.equal("1");
    expect(await status()).to.equal(inaccessible);
  });

  it("refuses items in the words of KMS for a key that is to be deleted", async () => {
    await scheduleDeletion();
    advance(5 * minute);
    expect((await refusalOf(read())).message).to.match(
      /^KMS validation error: com\.amazonaws\.services\.kms\.model\.KMSInvalidStateException: \S+ is pending deletion\./,
    );
  });

  describe("recovers", () => {
    const recovered = async () => {
      advance(30 * minute - 5000);
      expect(await status()).to.equal(inaccessible);
      advance(5000);
      expect(await status()).to.equal("ACTIVE");
      expect((await describeTable())?.SSEDescription).to.deep.equal({
        Status: "ENABLED",
        SSEType: "KMS",
        KMSMasterKeyArn: key,
      });
    };

    it("half an hour after the key is enabled", async () => {
      await disable();
      advance(day);
      await enable();
      await recovered();
    });

    it("not when the key is usable for less than half an hour: it was inaccessible all along", async () => {
      await disable();
      advance(day);
      const before = await describeTable();
      await enable();
      advance(20 * minute);
      await disable();
      advance(day);
      expect(await describeTable()).to.deep.equal(before);
    });

    it("not when the deletion of the key is cancelled: only when it is enabled, too", async () => {
      await scheduleDeletion();
      advance(day);
      await clients.kms.send(new CancelKeyDeletionCommand({ KeyId: key }));
      advance(day);
      expect(await status()).to.equal(inaccessible);
      await enable();
      await recovered();
    });

    it("at once when it is encrypted anew under the same key, by its id, which grants it to DynamoDB again", async () => {
      await revoke();
      advance(day);
      expect(await status()).to.equal(inaccessible);
      await encrypt(key.replace(/^.*\//, ""));
      expect(await status()).to.equal("ACTIVE");
    });

    it("not by a grant for another table", async () => {
      await revoke();
      await makeTable(clients, "others", underKey(key));
      advance(day);
      expect(await status()).to.equal(inaccessible);
    });

    it("at once under another key, where the old one is enabled but no longer granted", async () => {
      await revoke();
      advance(day);
      expect(await status()).to.equal(inaccessible);
      await encrypt(await makeKey(clients));
      expect(await status()).to.equal("ACTIVE");
      expect(await read()).to.equal("1");
    });
  });

  describe("goes on with", () => {
    beforeEach(async () => {
      await disable();
      advance(30 * minute);
    });

    const calls: { name: string; call: () => Promise<unknown> }[] = [
      { name: "ListTagsOfResource", call: () => clients.dynamoDb.send(new ListTagsOfResourceCommand({ ResourceArn })) },
      {
        name: "TagResource",
        call: () => clients.dynamoDb.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: "a", Value: "b" }] })),
      },
      { name: "DescribeTimeToLive", call: () => clients.dynamoDb.send(new DescribeTimeToLiveCommand({ TableName })) },
      {
        name: "DescribeContinuousBackups",
        call: () => clients.dynamoDb.send(new DescribeContinuousBackupsCommand({ TableName })),
      },
      {
        name: "UpdateContinuousBackups",
        call: () =>
          clients.dynamoDb.send(
            new UpdateContinuousBackupsCommand({
              TableName,
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            }),
          ),
      },
      {
        name: "PutResourcePolicy",
        call: () =>
          clients.dynamoDb.send(
            new PutResourcePolicyCommand({
              ResourceArn,
              Policy: policyOf({ Principal: { AWS: "000000000000" }, Action: "dynamodb:GetItem" }),
            }),
          ),
      },
      {
        name: "UpdateTable of deletion protection",
        call: () => clients.dynamoDb.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true })),
      },
      { name: "DeleteTable", call: () => clients.dynamoDb.send(new DeleteTableCommand({ TableName })) },
    ];
    for (const { name, call } of calls) {
      it(name, call);
    }

    const refused: { name: string; call: () => Promise<unknown> }[] = [
      { name: "GetItem", call: read },
      {
        name: "PutItem",
        call: () => clients.dynamoDb.send(new PutItemCommand({ TableName, Item: { id: { S: "2" } } })),
      },
      {
        name: "UpdateTimeToLive",
        call: () =>
          clients.dynamoDb.send(
            new UpdateTimeToLiveCommand({
              TableName,
              TimeToLiveSpecification: { Enabled: true, AttributeName: "until" },
            }),
          ),
      },
      {
        name: "CreateBackup",
        call: () => clients.dynamoDb.send(new CreateBackupCommand({ TableName, BackupName: "nightly" })),
      },
      { name: "encryption under another key", call: async () => encrypt(await makeKey(clients)) },
      {
        name: "encryption under DynamoDB's own key",
        call: () => clients.dynamoDb.send(new UpdateTableCommand({ TableName, SSESpecification: { Enabled: false } })),
      },
    ];
    for (const { name, call } of refused) {
      it(`all but ${name}, which names the old key`, async () => {
        const { code, message } = await refusalOf(call());
        expect(code).to.equal("ValidationException");
        expect(message)
          .to.match(/^KMS key disabled error: /)
          .and.to.contain(`${key} is disabled.`);
      });
    }

    it("its place in the list, and the status after a change of anything else", async () => {
      expect((await clients.dynamoDb.send(new ListTablesCommand())).TableNames).to.deep.equal([TableName]);
      await clients.dynamoDb.send(
        new UpdateTableCommand({
          TableName,
          BillingMode: "PROVISIONED",
          ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
        }),
      );
      expect(await status()).to.equal(inaccessible);
    });
  });
});
