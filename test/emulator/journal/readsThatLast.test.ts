import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import * as DynamoDb from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, DisableKeyCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const minute = 60_000;
const TableName = "letters";
const stream = { logGroupName: "/letters", logStreamName: "one" };
const item = (id: string) => ({ id: { S: id } });

describe("What a call leaves that only reads", () => {
  let data = "";
  let emulator: Emulator;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "keylab-reads-"));
    emulator = await startTestEmulator({ data });
  });
  afterEach(async () => {
    await emulator.stop();
    await rm(data, { recursive: true });
  });

  const clients = () => clientsFor(emulator);
  const pass = (minutes: number) => emulator.instance.advanceClock(minutes * minute);
  const makeKey = async () => (await clients().kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn;
  async function restart(): Promise<void> {
    await emulator.stop();
    emulator = await startTestEmulator({ data });
  }

  it("is the opened key of a table: a restart brings back what it let in after the key was disabled", async () => {
    const KeyId = await makeKey();
    const { dynamoDb, kms } = clients();
    await dynamoDb.send(
      new DynamoDb.CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: KeyId },
      }),
    );
    await dynamoDb.send(new DynamoDb.PutItemCommand({ TableName, Item: item("before") }));
    await pass(6);
    await dynamoDb.send(new DynamoDb.GetItemCommand({ TableName, Key: item("before") }));
    await pass(1);
    await kms.send(new DisableKeyCommand({ KeyId }));
    await pass(1);
    await dynamoDb.send(new DynamoDb.PutItemCommand({ TableName, Item: item("after") }));
    await restart();
    const { Items } = await clients().dynamoDb.send(new DynamoDb.ScanCommand({ TableName }));
    expect(Items?.map(({ id }) => id?.S).sort()).to.deep.equal(["after", "before"]);
  });

  it("is the opened key of a log group: a restart brings back what it let in after the key was disabled", async () => {
    const kmsKeyId = await makeKey();
    const { kms, logs } = clients();
    const Statement = ["arn:aws:iam::000000000000:root", "logs.us-east-1.amazonaws.com"].map((who) => {
      const Principal = who.startsWith("arn") ? { AWS: who } : { Service: who };
      return { Effect: "Allow", Principal, Action: "kms:*", Resource: "*" };
    });
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
    await kms.send(new PutKeyPolicyCommand({ KeyId: kmsKeyId, Policy }));
    await logs.send(new Logs.CreateLogGroupCommand({ logGroupName: stream.logGroupName, kmsKeyId }));
    await logs.send(new Logs.CreateLogStreamCommand(stream));
    const put = (message: string) =>
      logs.send(
        new Logs.PutLogEventsCommand({
          ...stream,
          logEvents: [{ timestamp: emulator.instance.clock.now().getTime(), message }],
        }),
      );
    await put("before");
    await pass(6);
    await logs.send(new Logs.GetLogEventsCommand(stream));
    await pass(1);
    await kms.send(new DisableKeyCommand({ KeyId: kmsKeyId }));
    await pass(1);
    await put("after");
    await restart();
    const { events } = await clients().logs.send(new Logs.GetLogEventsCommand({ ...stream, startFromHead: true }));
    expect(events?.map(({ message }) => message)).to.deep.equal(["before", "after"]);
  });

  it("is the day on which a secret was read, and a restart keeps it", async () => {
    const Name = "letters";
    const access = async () => {
      const secrets = clients().secretsManager;
      const { LastAccessedDate } = await secrets.send(new DescribeSecretCommand({ SecretId: Name }));
      const { Versions } = await secrets.send(new ListSecretVersionIdsCommand({ SecretId: Name }));
      return [LastAccessedDate, Versions?.[0]?.LastAccessedDate].map((day) => day?.toISOString());
    };
    await clients().secretsManager.send(new CreateSecretCommand({ Name, SecretString: "quiet" }));
    await clients().secretsManager.send(new GetSecretValueCommand({ SecretId: Name }));
    await pass(24 * 60);
    await clients().secretsManager.send(new GetSecretValueCommand({ SecretId: Name }));
    const today = `${emulator.instance.clock.now().toISOString().slice(0, 10)}T00:00:00.000Z`;
    await restart();
    expect(await access()).to.deep.equal([today, today]);
  });
});
