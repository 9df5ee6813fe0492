import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EncryptCommand,
} from "@aws-sdk/client-kms";
import { CreateSecretCommand, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { expect } from "chai";
import { DataFolder } from "../../../emulator/journal/dataFolder.ts";
import { DataFolderError } from "../../../emulator/journal/dataFolderError.ts";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const key = { id: { S: "needle-1" } };
const table = {
  TableName: "letters",
  AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" as const }],
  KeySchema: [{ AttributeName: "id", KeyType: "HASH" as const }],
  BillingMode: "PAY_PER_REQUEST" as const,
};

describe("A folder that keeps the state", () => {
  let data = "";
  let emulator: Emulator;
  beforeEach(async () => {
    data = join(await mkdtemp(join(tmpdir(), "keylab-data-")), "state");
    emulator = await startTestEmulator({ data });
  });
  afterEach(async () => {
    await emulator.stop();
    await rm(join(data, ".."), { recursive: true });
  });

  /** Ends it and starts another one on the same folder. */
  async function restart(): Promise<void> {
    await emulator.stop();
    emulator = await startTestEmulator({ data });
  }

  async function refusal(run: Promise<unknown>): Promise<DataFolderError> {
    const error = await run.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error instanceof DataFolderError) return error;
    throw new Error("It should have been refused.", { cause: error });
  }

  it("has keys with their states, ciphertexts, items and secrets after a restart", async () => {
    const before = clientsFor(emulator);
    const { KeyMetadata } = await before.kms.send(new CreateKeyCommand({}));
    const KeyId = KeyMetadata?.KeyId;
    await before.kms.send(new CreateAliasCommand({ AliasName: "alias/mine", TargetKeyId: KeyId }));
    const Plaintext = Buffer.from("plain words");
    const { CiphertextBlob } = await before.kms.send(new EncryptCommand({ KeyId, Plaintext }));
    const disabled = (await before.kms.send(new CreateKeyCommand({}))).KeyMetadata;
    await before.kms.send(new DisableKeyCommand({ KeyId: disabled?.KeyId }));
    await before.dynamoDb.send(
      new CreateTableCommand({ ...table, SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: KeyId } }),
    );
    await before.dynamoDb.send(new PutItemCommand({ TableName: "letters", Item: { ...key, text: { S: "dear" } } }));
    await before.secretsManager.send(
      new CreateSecretCommand({ Name: "password", SecretString: "needle-2", KmsKeyId: KeyId }),
    );
    await restart();
    const after = clientsFor(emulator);
    expect(Buffer.from((await after.kms.send(new DecryptCommand({ CiphertextBlob }))).Plaintext ?? "")).to.deep.equal(
      Plaintext,
    );
    expect((await after.kms.send(new DescribeKeyCommand({ KeyId: "alias/mine" }))).KeyMetadata).to.deep.equal(
      KeyMetadata,
    );
    expect((await after.kms.send(new DescribeKeyCommand({ KeyId: disabled?.KeyId }))).KeyMetadata?.KeyState).to.equal(
      "Disabled",
    );
    expect((await after.dynamoDb.send(new GetItemCommand({ TableName: "letters", Key: key }))).Item).to.deep.equal({
      ...key,
      text: { S: "dear" },
    });
    expect(
      (await after.secretsManager.send(new GetSecretValueCommand({ SecretId: "password" }))).SecretString,
    ).to.equal("needle-2");
  });

  it("still knows access keys and sessions, and what they may not do", async () => {
    const user = await createUser(emulator, "Ada", [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }]);
    const { iam } = clientsFor(emulator);
    const Principal = { AWS: "000000000000" };
    const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }] };
    await iam.send(new CreateRoleCommand({ RoleName: "maker", AssumeRolePolicyDocument: JSON.stringify(trust) }));
    const allow = (Action: string) =>
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] });
    await iam.send(new PutRolePolicyCommand({ RoleName: "maker", PolicyName: "all", PolicyDocument: allow("*") }));
    const { Credentials: session } = await user.clients.sts.send(
      new AssumeRoleCommand({
        RoleArn: "arn:aws:iam::000000000000:role/maker",
        RoleSessionName: "one",
        Policy: allow("kms:*"),
      }),
    );
    await restart();
    const maker = clientsFor(emulator, {
      accessKeyId: session?.AccessKeyId ?? "",
      secretAccessKey: session?.SecretAccessKey ?? "",
      sessionToken: session?.SessionToken,
    });
    expect((await maker.kms.send(new CreateKeyCommand({}))).KeyMetadata?.Enabled).to.equal(true);
    const { code } = await refusalOf(maker.dynamoDb.send(new CreateTableCommand(table)));
    expect(code).to.equal("AccessDeniedException");
    const ada = clientsFor(emulator, user.credentials);
    expect((await refusalOf(ada.kms.send(new CreateKeyCommand({})))).code).to.equal("AccessDeniedException");
  });

  it("keeps the events of the trail's history, each once, through two restarts", async () => {
    await clientsFor(emulator).kms.send(new CreateKeyCommand({}));
    const eventIds = async (): Promise<(string | undefined)[]> => {
      const lookup = new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "CreateKey" }],
      });
      return ((await clientsFor(emulator).cloudTrail.send(lookup)).Events ?? []).map(({ EventId }) => EventId);
    };
    const before = await eventIds();
    expect(before).to.have.lengthOf(1);
    await restart();
    await restart();
    expect(await eventIds()).to.deep.equal(before);
  });

  it("shows no time before that of the last call", async () => {
    const before = await emulator.instance.advanceClock(86_400_000);
    await restart();
    expect(emulator.instance.clock.now().getTime()).to.be.within(before.getTime(), before.getTime() + 60_000);
  });

  it("holds no plaintext, and is for its user alone", async () => {
    await clientsFor(emulator).dynamoDb.send(new CreateTableCommand(table));
    await clientsFor(emulator).dynamoDb.send(new PutItemCommand({ TableName: "letters", Item: key }));
    await clientsFor(emulator).secretsManager.send(
      new CreateSecretCommand({ Name: "password", SecretString: "needle-2" }),
    );
    await emulator.stop();
    const files = await readdir(data, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      expect((await readFile(join(file.parentPath, file.name))).includes("needle"), file.name).to.equal(false);
    }
    expect((await stat(data)).mode & 0o777).to.equal(0o700);
    expect((await stat(join(data, "key"))).mode & 0o777).to.equal(0o600);
    emulator = await startTestEmulator({ data });
  });

  it("is not given to a second one while the first runs", async () => {
    const { message, advice } = await refusal(startTestEmulator({ data }));
    expect(message).to.equal(`Another embedded AWS uses the folder ${data}.`);
    expect(advice).to.equal("Stop that one, or name another folder: npx keylab aws start --data <folder>");
  });

  it("is refused if another key was put there", async () => {
    await emulator.stop();
    const keyFile = join(data, "key");
    const right = await readFile(keyFile);
    await writeFile(keyFile, Buffer.alloc(32, 1).toString("base64"));
    const { message } = await refusal(startTestEmulator({ data }));
    expect(message).to.match(/^The kept state cannot be read: /);
    await writeFile(keyFile, right);
    emulator = await startTestEmulator({ data });
  });

  it("is refused if it holds other things", async () => {
    const other = join(data, "..", "other");
    await mkdir(other);
    await writeFile(join(other, "letter"), "");
    const { message } = await refusal(DataFolder.open(other));
    expect(message).to.equal(`The folder ${other} is not empty, and no embedded AWS has made it.`);
  });
});
