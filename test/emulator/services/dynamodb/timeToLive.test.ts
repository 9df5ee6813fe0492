import {
  DescribeTimeToLiveCommand,
  PutItemCommand,
  ScanCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { DisableKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeKey, makeTable, underKey } from "./fixtures.ts";

const minute = 60 * 1000;
const day = 24 * 60 * minute;
const TableName = "people";

describe("Time to live", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
    await makeTable(clients, TableName);
  });
  afterEach(() => emulator.stop());

  const advance = (milliseconds: number) => emulator.instance.clock.advance(milliseconds);
  const update = (Enabled: boolean, AttributeName = "until") =>
    clients.dynamoDb.send(
      new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }),
    );
  const describeIt = async () =>
    (await clients.dynamoDb.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
  const put = (id: string, until: object) =>
    clients.dynamoDb.send(new PutItemCommand({ TableName, Item: { id: { S: id }, ...until } }));
  const ids = async () => {
    const { Items = [] } = await clients.dynamoDb.send(new ScanCommand({ TableName }));
    return Items.map(({ id }) => id?.S).sort();
  };
  const secondsFromNow = (milliseconds: number) =>
    String(Math.floor((emulator.instance.clock.now().getTime() + milliseconds) / 1000));

  it("is described, enabled and disabled", async () => {
    expect(await describeIt()).to.deep.equal({ TimeToLiveStatus: "DISABLED" });
    const { TimeToLiveSpecification } = await update(true);
    expect(TimeToLiveSpecification).to.deep.equal({ Enabled: true, AttributeName: "until" });
    expect(await describeIt()).to.deep.equal({ TimeToLiveStatus: "ENABLED", AttributeName: "until" });
    advance(30 * minute);
    await update(false);
    expect(await describeIt()).to.deep.equal({ TimeToLiveStatus: "DISABLED" });
  });

  const refusals: { name: string; before?: [boolean, string]; change: [boolean, string]; message: string }[] = [
    { name: "disabled twice", change: [false, "until"], message: "TimeToLive is already disabled" },
    {
      name: "enabled twice",
      before: [true, "until"],
      change: [true, "until"],
      message: "TimeToLive is already enabled",
    },
    {
      name: "enabled for another attribute",
      before: [true, "until"],
      change: [true, "end"],
      message: "TimeToLive is active on a different AttributeName: current AttributeName is until",
    },
    {
      name: "changed twice within half an hour",
      before: [true, "until"],
      change: [false, "until"],
      message: "Time to live has been modified multiple times within a fixed interval",
    },
  ];
  for (const { name, before, change, message } of refusals) {
    it(`is not ${name}`, async () => {
      if (before) await update(...before);
      if (name.endsWith("half an hour")) advance(30 * minute - 1000);
      expect(await refusalOf(update(...change))).to.deep.equal({ code: "ValidationException", message, status: 400 });
    });
  }

  it("deletes items two days after their time, and no others", async () => {
    await update(true);
    await put("due", { until: { N: secondsFromNow(minute) } });
    await put("later", { until: { N: secondsFromNow(day) } });
    await put("text", { until: { S: secondsFromNow(minute) } });
    await put("by another attribute", { end: { N: secondsFromNow(minute) } });
    await put("long ago", { until: { N: secondsFromNow(-6 * 365 * day) } });

    advance(2 * day);
    expect(await ids()).to.deep.equal(["1", "by another attribute", "due", "later", "long ago", "text"]);
    advance(minute + 1000);
    expect(await ids()).to.deep.equal(["1", "by another attribute", "later", "long ago", "text"]);
    advance(day);
    expect(await ids()).to.deep.equal(["1", "by another attribute", "long ago", "text"]);
  });

  it("deletes nothing where it is not enabled", async () => {
    await put("old", { until: { N: secondsFromNow(minute) } });
    advance(3 * day);
    expect(await ids()).to.deep.equal(["1", "old"]);
  });

  it("is not changed while the table's key is disabled", async () => {
    const key = await makeKey(clients);
    await makeTable(clients, "guarded", underKey(key));
    await clients.kms.send(new DisableKeyCommand({ KeyId: key }));
    const TimeToLiveSpecification = { Enabled: true, AttributeName: "until" };
    const call = clients.dynamoDb.send(new UpdateTimeToLiveCommand({ TableName: "guarded", TimeToLiveSpecification }));
    expect((await refusalOf(call)).message).to.match(
      /^KMS key disabled error: .*DisabledException: arn:aws:kms:\S+ is/,
    );
  });
});
