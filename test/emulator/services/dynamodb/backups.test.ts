import {
  CreateBackupCommand,
  CreateTableCommand,
  DeleteBackupCommand,
  DeleteTableCommand,
  DescribeBackupCommand,
  ListBackupsCommand,
  RestoreTableFromBackupCommand,
  type ListBackupsCommandInput,
  type RestoreTableFromBackupCommandInput,
} from "@aws-sdk/client-dynamodb";
import { DisableKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { byName, makeKey, makeTable, tableArn, tableInput, underKey } from "./fixtures.ts";

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
  const backUp = async (TableName = "people", BackupName = "nightly") => {
    const { BackupDetails } = await clients.dynamoDb.send(new CreateBackupCommand({ TableName, BackupName }));
    return BackupDetails?.BackupArn ?? "";
  };
  const restore = (BackupArn: string, more: Partial<RestoreTableFromBackupCommandInput> = {}, by = clients) =>
    by.dynamoDb.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: "restored", ...more }));
  const list = async (input: ListBackupsCommandInput = {}) => {
    const { BackupSummaries = [] } = await clients.dynamoDb.send(new ListBackupsCommand(input));
    return BackupSummaries.map(({ BackupArn }) => BackupArn);
  };

  it("are made, described and deleted", async () => {
    await makeTable(clients, "people", byName);
    const { BackupDetails: made } = await clients.dynamoDb.send(
      new CreateBackupCommand({ TableName: "people", BackupName: "nightly" }),
    );
    const BackupArn = made?.BackupArn ?? "";
    expect(BackupArn).to.match(/^arn:aws:dynamodb:us-east-1:000000000000:table\/people\/backup\/\d{14}-[0-9a-f]{8}$/);
    expect(made).to.include({ BackupName: "nightly", BackupStatus: "CREATING", BackupType: "USER" });

    const { BackupDescription } = await clients.dynamoDb.send(new DescribeBackupCommand({ BackupArn }));
    expect(BackupDescription?.BackupDetails).to.deep.equal({ ...made, BackupStatus: "AVAILABLE" });
    expect(BackupDescription?.SourceTableDetails).to.include({
      TableName: "people",
      TableArn: tableArn("people"),
      BillingMode: "PAY_PER_REQUEST",
    });
    expect(BackupDescription?.SourceTableFeatureDetails).to.deep.equal({
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-name",
          KeySchema: [{ AttributeName: "name", KeyType: "HASH" }],
          Projection: { ProjectionType: "ALL" },
          ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
        },
      ],
      TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" },
    });
    const deleted = await clients.dynamoDb.send(new DeleteBackupCommand({ BackupArn }));
    expect(deleted.BackupDescription?.BackupDetails?.BackupStatus).to.equal("DELETED");
    expect(await refusalOf(clients.dynamoDb.send(new DescribeBackupCommand({ BackupArn })))).to.deep.equal({
      code: "BackupNotFoundException",
      message: `Backup not found: ${BackupArn}`,
      status: 400,
    });
  });

  it("are listed by table, time and type, on pages", async () => {
    await makeTable(clients, "people");
    await makeTable(clients, "others");
    const first = await backUp();
    advance(day);
    const TimeRangeLowerBound = emulator.instance.clock.now();
    const second = await backUp();
    const third = await backUp("others");

    expect(await list()).to.have.members([first, second, third]);
    expect(await list({ TableName: "people" })).to.deep.equal([first, second]);
    expect(await list({ TableName: "people", TimeRangeLowerBound })).to.deep.equal([second]);
    expect(await list({ TableName: "people", TimeRangeUpperBound: TimeRangeLowerBound })).to.deep.equal([first]);
    expect(await list({ BackupType: "SYSTEM" })).to.deep.equal([]);
    const page = await clients.dynamoDb.send(new ListBackupsCommand({ TableName: "people", Limit: 1 }));
    expect(page.LastEvaluatedBackupArn).to.equal(first);
    expect(await list({ TableName: "people", ExclusiveStartBackupArn: first })).to.deep.equal([second]);
    expect(await list({ TableName: tableArn("others") })).to.deep.equal([third]);
    const TimeRangeUpperBound = new Date(0);
    expect((await refusalOf(list({ TimeRangeLowerBound, TimeRangeUpperBound }))).message).to.equal(
      "One or more parameter values were invalid: Time range lower bound must be less than or equal to upper bound",
    );
  });

  it("are refused for tables that are not there, restored over none that is, and asked for by their ARN", async () => {
    expect((await refusalOf(backUp("nothing"))).code).to.equal("TableNotFoundException");
    await makeTable(clients, "people");
    const BackupArn = await backUp();
    expect(await refusalOf(restore(BackupArn, { TargetTableName: "people" }))).to.deep.equal({
      code: "TableAlreadyExistsException",
      message: "Table already exists: people",
      status: 400,
    });
    const wrong = new DescribeBackupCommand({ BackupArn: `${tableArn("people")}/index/by-name-and-more` });
    expect((await refusalOf(clients.dynamoDb.send(wrong))).message).to.equal("Invalid Backup ARN");
  });

  it("are closed to other accounts", async () => {
    await makeTable(clients, "people");
    const BackupArn = await backUp();
    const stranger = clientsFor(emulator, rootOf("111111111111"));
    expect((await refusalOf(restore(BackupArn, {}, stranger))).message).to.match(
      /dynamodb:RestoreTableFromBackup on resource: \S+\/backup\/\S+ because no resource-based policy allows/,
    );
  });

  it("are not made while the table's key is disabled", async () => {
    const key = await makeKey(clients);
    await makeTable(clients, "people", underKey(key));
    await clients.kms.send(new DisableKeyCommand({ KeyId: key }));
    expect((await refusalOf(backUp())).message).to.match(/^KMS key disabled error: .*is disabled\./);
  });

  it("of a table do not stand in the way of a new one of its name", async () => {
    await makeTable(clients, "people");
    await backUp();
    await clients.dynamoDb.send(new DeleteTableCommand({ TableName: "people" }));
    await clients.dynamoDb.send(new CreateTableCommand(tableInput("people")));
    expect(await list({ TableName: "people" })).to.have.length(1);
  });
});
