import {
  CreateBackupCommand,
  DeleteTableCommand,
  DescribeBackupCommand,
  DescribeTableCommand,
  GetResourcePolicyCommand,
  ListBackupsCommand,
  RestoreTableFromBackupCommand,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { DisableKeyCommand, EnableKeyCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { getOne, makeKey, makeTable, tableArn, underKey } from "./fixtures.ts";

const minute = 60 * 1000;
const day = 24 * 60 * minute;
const TableName = "people";
const ResourceArn = tableArn(TableName);
const inaccessible = "INACCESSIBLE_ENCRYPTION_CREDENTIALS";

describe("A table whose KMS key is inaccessible for more than seven days", () => {
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
  const archive = async (cause = disable) => {
    await cause();
    advance(30 * minute + 7 * day + 1000);
  };
  const summary = async () => (await describeTable())?.ArchivalSummary;
  const restore = (BackupArn = "", TargetTableName = "restored") =>
    clients.dynamoDb.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName }));

  it("is archived, with a backup on demand of that moment", async () => {
    await disable();
    advance(30 * minute + 7 * day - 5000);
    expect(await status()).to.equal(inaccessible);
    expect(await summary()).to.equal(undefined);
    advance(6000);

    expect(await status()).to.equal("ARCHIVED");
    const { ArchivalReason, ArchivalDateTime, ArchivalBackupArn } = (await summary()) ?? {};
    expect(ArchivalReason).to.equal(inaccessible);
    expect(now() - Number(ArchivalDateTime)).to.be.within(0, 6000);
    const { BackupSummaries = [] } = await clients.dynamoDb.send(new ListBackupsCommand());
    expect(BackupSummaries.map(({ BackupArn, BackupType }) => ({ BackupArn, BackupType }))).to.deep.equal([
      { BackupArn: ArchivalBackupArn, BackupType: "USER" },
    ]);
    await clients.dynamoDb.send(new DescribeBackupCommand({ BackupArn: ArchivalBackupArn }));
  });

  it("has its backup before anybody asks for the table", async () => {
    await archive();
    const { BackupSummaries = [] } = await clients.dynamoDb.send(new ListBackupsCommand({ TableName }));
    expect(BackupSummaries).to.have.length(1);
  });

  it("stays archived when the key is enabled; the backup is restored then, and only then", async () => {
    await archive();
    const { ArchivalBackupArn } = (await summary()) ?? {};
    expect((await refusalOf(restore(ArchivalBackupArn))).message).to.match(/^KMS key disabled error/);
    await enable();
    advance(day);
    expect(await status()).to.equal("ARCHIVED");
    expect((await summary())?.ArchivalBackupArn).to.equal(ArchivalBackupArn);
    await restore(ArchivalBackupArn);
    expect((await clients.dynamoDb.send(getOne("restored"))).Item).to.deep.equal({ id: { S: "1" } });
  });

  it("is closed, can be deleted, and leaves its backup", async () => {
    await archive();
    expect((await refusalOf(read())).code).to.equal("ResourceNotFoundException");
    expect((await refusalOf(encrypt(await makeKey(clients)))).code).to.equal("ResourceInUseException");
    const backup = new CreateBackupCommand({ TableName, BackupName: "nightly" });
    expect((await refusalOf(clients.dynamoDb.send(backup))).code).to.equal("TableInUseException");
    expect((await refusalOf(clients.dynamoDb.send(new GetResourcePolicyCommand({ ResourceArn })))).code).to.equal(
      "PolicyNotFoundException",
    );
    const { ArchivalBackupArn } = (await summary()) ?? {};
    await clients.dynamoDb.send(new DeleteTableCommand({ TableName }));
    await enable();
    await restore(ArchivalBackupArn);
    expect((await clients.dynamoDb.send(getOne("restored"))).Item).to.deep.equal({ id: { S: "1" } });
  });

  it("is lost for good when the key is deleted", async () => {
    await archive(scheduleDeletion);
    expect(await status()).to.equal("ARCHIVED");
    expect((await describeTable())?.SSEDescription?.KMSMasterKeyArn).to.equal(key);
    const { ArchivalBackupArn } = (await summary()) ?? {};
    const { code, message } = await refusalOf(restore(ArchivalBackupArn));
    expect(code).to.equal("AccessDeniedException");
    expect(message).to.match(/^KMS key access denied error: .*ciphertext/);
    expect((await refusalOf(enable())).code).to.equal("NotFoundException");
  });
});
