import {
  DeleteBackupCommand,
  DeleteTableCommand,
  DescribeBackupCommand,
  DescribeContinuousBackupsCommand,
  ListBackupsCommand,
  PutItemCommand,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
  ScanCommand,
  UpdateContinuousBackupsCommand,
  type ListBackupsCommandInput,
  type PointInTimeRecoverySpecification,
  type RestoreTableFromBackupCommandInput,
  type RestoreTableToPointInTimeCommandInput,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeTable, tableArn } from "./fixtures.ts";

const day = 24 * 60 * 60 * 1000;

describe("Backups of DynamoDB tables", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const advance = (milliseconds: number) => emulator.instance.clock.advance(milliseconds);
  const restore = (BackupArn: string, more: Partial<RestoreTableFromBackupCommandInput> = {}, by = clients) =>
    by.dynamoDb.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: "restored", ...more }));
  const list = async (input: ListBackupsCommandInput = {}) => {
    const { BackupSummaries = [] } = await clients.dynamoDb.send(new ListBackupsCommand(input));
    return BackupSummaries.map(({ BackupArn }) => BackupArn);
  };
  const items = async (TableName: string) =>
    (await clients.dynamoDb.send(new ScanCommand({ TableName }))).Items?.map(({ id }) => id?.S).sort();
  const put = (id: string) =>
    clients.dynamoDb.send(new PutItemCommand({ TableName: "people", Item: { id: { S: id } } }));
  const recover = (specification: PointInTimeRecoverySpecification) =>
    clients.dynamoDb.send(
      new UpdateContinuousBackupsCommand({ TableName: "people", PointInTimeRecoverySpecification: specification }),
    );

  describe("to a point in time", () => {
    beforeEach(() => makeTable(clients, "people"));
    const restoreNow = (more: Partial<RestoreTableToPointInTimeCommandInput> = {}) =>
      clients.dynamoDb.send(
        new RestoreTableToPointInTimeCommand({
          SourceTableName: "people",
          TargetTableName: "restored",
          UseLatestRestorableTime: true,
          ...more,
        }),
      );

    it("are enabled for a number of days, described and disabled", async () => {
      const enabledAt = emulator.instance.clock.now();
      const { ContinuousBackupsDescription: enabled } = await recover({
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: 2,
      });
      expect(enabled?.ContinuousBackupsStatus).to.equal("ENABLED");
      expect(enabled?.PointInTimeRecoveryDescription).to.include({
        PointInTimeRecoveryStatus: "ENABLED",
        RecoveryPeriodInDays: 2,
      });
      advance(3 * day);
      const { ContinuousBackupsDescription } = await clients.dynamoDb.send(
        new DescribeContinuousBackupsCommand({ TableName: "people" }),
      );
      const { EarliestRestorableDateTime: earliest, LatestRestorableDateTime: latest } =
        ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
      expect(Number(latest) - Number(earliest)).to.equal(2 * day);
      expect(Number(earliest)).to.be.greaterThan(enabledAt.getTime());
      const { ContinuousBackupsDescription: disabled } = await recover({ PointInTimeRecoveryEnabled: false });
      expect(disabled?.PointInTimeRecoveryDescription).to.deep.equal({ PointInTimeRecoveryStatus: "DISABLED" });
      expect(
        (await refusalOf(recover({ PointInTimeRecoveryEnabled: false, RecoveryPeriodInDays: 2 }))).message,
      ).to.equal("Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.");
    });

    it("restore the table as it is now, and say that an earlier time is not carried", async () => {
      expect(await refusalOf(restoreNow())).to.deep.equal({
        code: "PointInTimeRecoveryUnavailableException",
        message: "Point in time recovery is not enabled for table 'people'",
        status: 400,
      });
      await recover({ PointInTimeRecoveryEnabled: true });
      await put("2");
      await restoreNow();
      expect(await items("restored")).to.deep.equal(["1", "2"]);
      await restoreNow({ SourceTableName: undefined, SourceTableArn: tableArn("people"), TargetTableName: "again" });
      const refusal = await refusalOf(restoreNow({ RestoreDateTime: new Date(), TargetTableName: "third" }));
      expect(refusal.message).to.match(/does not carry the parameter 'RestoreDateTime'/);
    });

    it("are told their table and time", async () => {
      expect((await refusalOf(restoreNow({ SourceTableName: undefined }))).message).to.equal(
        "Invalid Request: Must provide exactly one of: sourceTableArn, sourceTableName",
      );
      expect((await refusalOf(restoreNow({ UseLatestRestorableTime: undefined }))).message).to.equal(
        "Invalid Request: Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both",
      );
      const SourceTableArn = tableArn("people", "111111111111");
      expect((await refusalOf(restoreNow({ SourceTableName: undefined, SourceTableArn }))).message).to.equal(
        "This action is only supported by accounts that match the resource owner’s account.",
      );
    });

    it("leave a backup of a deleted table behind, for 35 days", async () => {
      await recover({ PointInTimeRecoveryEnabled: true });
      await clients.dynamoDb.send(new DeleteTableCommand({ TableName: "people" }));
      const [BackupArn = ""] = await list({ BackupType: "SYSTEM" });
      const { BackupDescription } = await clients.dynamoDb.send(new DescribeBackupCommand({ BackupArn }));
      expect(BackupDescription?.BackupDetails?.BackupName).to.equal("people$DeletedTableBackup");
      expect((await refusalOf(clients.dynamoDb.send(new DeleteBackupCommand({ BackupArn })))).message).to.match(
        /^Invalid Request: User is not allowed to delete the system backup with arn \S+\. It will automatically expire/,
      );
      await restore(BackupArn);
      expect(await items("restored")).to.deep.equal(["1"]);
      advance(35 * day);
      expect(await list({ BackupType: "SYSTEM" })).to.deep.equal([]);
    });

    it("are asked for in the words of backups where there is no table", async () => {
      const call = clients.dynamoDb.send(new DescribeContinuousBackupsCommand({ TableName: "nothing" }));
      expect(await refusalOf(call)).to.deep.equal({
        code: "TableNotFoundException",
        message: "Table not found: nothing",
        status: 400,
      });
    });
  });
});
