import { DeleteTableCommand, PutItemCommand, ScanCommand, UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { ItemCipher } from "../../../../emulator/services/dynamodb/storage/itemCipher.ts";
import { decrypt } from "../../../../emulator/services/kms/operations/decrypt.ts";
import { Dispatcher } from "../../../../emulator/dispatcher.ts";
import { rootUser } from "../../../../emulator/principal.ts";
import { Registry } from "../../../../emulator/registry.ts";
import { services } from "../../../../emulator/services/services.ts";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeKey, makeTable, underKey } from "./fixtures.ts";

const TableName = "people";
const account = "000000000000";
const region = "us-east-1";
/** By no key of the account, that is: by the one that DynamoDB owns. */
const ownedByDynamoDb = { SSESpecification: { Enabled: false } };

describe("The items of a DynamoDB table at rest", () => {
  let emulator: Emulator;
  let clients: Clients;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const store = () => emulator.instance.region(account, region).dynamodb;
  const anyCipher = () => new ItemCipher(Buffer.alloc(32), emulator.instance.random);
  const storedBytes = () =>
    store()
      .items.inspect(TableName, anyCipher())
      .map(({ bytes }) => Buffer.from(bytes));
  const putSecret = () =>
    clients.dynamoDb.send(new PutItemCommand({ TableName, Item: { id: { S: "1" }, word: { S: "plain words" } } }));
  const scan = async () => (await clients.dynamoDb.send(new ScanCommand({ TableName }))).Items;
  it("are ciphertext, under the key that DynamoDB owns as under a customer's", async () => {
    await makeTable(clients, TableName);
    await putSecret();
    expect(storedBytes().map((bytes) => bytes.includes("plain"))).to.deep.equal([false]);
    await clients.dynamoDb.send(new DeleteTableCommand({ TableName }));

    await makeTable(clients, TableName, underKey(await makeKey(clients)));
    await putSecret();
    expect(storedBytes().map((bytes) => bytes.includes("plain"))).to.deep.equal([false]);
  });

  it("are opened by the data key that the table's KMS key has wrapped, and by nothing else", async () => {
    await makeTable(clients, TableName, underKey(await makeKey(clients)));
    await putSecret();
    const key = store().table(TableName)?.key;
    if (!key) throw new Error("The table has no key.");
    const dispatcher = new Dispatcher(emulator.instance, new Registry(services));

    const { Plaintext = new Uint8Array(32) } = await dispatcher.invoke(
      decrypt,
      { CiphertextBlob: key.wrapped, EncryptionContext: key.encryptionContext },
      {
        caller: rootUser(account),
        region,
        requestId: "1",
        wireRequestId: "1",
        origin: { sourceIp: "192.0.2.1", userAgent: "test" },
      },
    );

    const [bytes = Buffer.alloc(0)] = storedBytes();
    expect(new ItemCipher(Plaintext, emulator.instance.random).open(bytes)).to.include("plain words");
    expect(() => anyCipher().open(bytes)).to.throw();
  });

  it("are encrypted anew when the table gets another key, and stay the same items", async () => {
    await makeTable(clients, TableName);
    await putSecret();
    const items = await scan();
    const seen = new Set(storedBytes().map(String));

    const settings = [underKey(await makeKey(clients)), underKey(await makeKey(clients)), ownedByDynamoDb];
    for (const setting of settings) {
      await clients.dynamoDb.send(new UpdateTableCommand({ TableName, ...setting }));
      for (const bytes of storedBytes()) seen.add(String(bytes));
      expect(await scan()).to.deep.equal(items);
    }

    expect(seen.size).to.equal(4);
  });
});
