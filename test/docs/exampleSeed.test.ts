import { join } from "node:path";
import { GetItemCommand, QueryCommand, type GetItemCommandInput } from "@aws-sdk/client-dynamodb";
import { DescribeKeyCommand, DisableKeyCommand, EnableKeyCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { readSeedFile } from "../../cli/aws/seedFile.ts";
import { sessionOf } from "../emulator/services/sts/assuming.ts";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../support/emulator.ts";

const path = join(import.meta.dirname, "../../docs/examples/seed.yaml");
const role = "arn:aws:iam::111122223333:role/auditor";
const record: GetItemCommandInput = { TableName: "records", Key: { patient: { S: "p-1" }, visit: { N: "1" } } };

describe("docs/examples/seed.yaml", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator({ seed: await readSeedFile(path) });
  });
  after(() => emulator.stop());

  function clientsOf(name: string): Clients {
    const key = emulator.seeded?.accessKeys.find(({ userName }) => userName === name);
    if (!key) throw new Error(`The seed made no access key of ${name}.`);
    return clientsFor(emulator, key);
  }
  const get = (name: string) => clientsOf(name).dynamoDb.send(new GetItemCommand(record));
  const password = ({ secretsManager }: Clients, SecretId = "archive-password") =>
    secretsManager.send(new GetSecretValueCommand({ SecretId }));

  it("lets alice read records, one and all of a patient", async () => {
    expect((await get("alice")).Item).to.deep.equal({
      patient: { S: "p-1" },
      visit: { N: "1" },
      diagnosis: { S: "flu" },
      medicines: { L: [{ S: "paracetamol" }] },
    });
    const { Count } = await clientsOf("alice").dynamoDb.send(
      new QueryCommand({
        TableName: "records",
        KeyConditionExpression: "patient = :patient",
        ExpressionAttributeValues: { ":patient": { S: "p-1" } },
      }),
    );
    expect(Count).to.equal(2);
  });

  for (const { name, denied } of [
    { name: "bob", denied: "kms:Decrypt" },
    { name: "carol", denied: "dynamodb:GetItem" },
    { name: "erin", denied: "kms:Decrypt" },
    { name: "dave", denied: "dynamodb:GetItem" },
  ]) {
    it(`denies ${name} the records, for want of ${denied}`, async () => {
      const { code, message } = await refusalOf(get(name));
      expect(code).to.equal("AccessDeniedException");
      expect(message).to.include(denied);
    });
  }

  it("shows in the calls which permission bob lacked, of DynamoDB's call and of his own", async () => {
    const { calls } = emulator.instance;
    const before = calls.last;
    await refusalOf(get("bob"));
    const seen = calls.after(before).map(({ needed, via, outcome }) => [needed[0]?.action, via, outcome]);
    expect(seen).to.have.lengthOf(2);
    for (const [index, [action, via]] of [
      ["kms:Decrypt", "dynamodb"],
      ["dynamodb:GetItem", undefined],
    ].entries()) {
      expect(seen[index]?.slice(0, 2)).to.deep.equal([action, via]);
      expect(seen[index]?.[2]).to.include({ result: "denied", layer: "identity policy", action: "kms:Decrypt" });
    }
  });

  it("lets carol administer the key, and alice not", async () => {
    const KeyId = "alias/records";
    const KeyArn = (await clientsOf("carol").kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.Arn;
    await clientsOf("carol").kms.send(new DisableKeyCommand({ KeyId: KeyArn }));
    await clientsOf("carol").kms.send(new EnableKeyCommand({ KeyId: KeyArn }));
    const { code } = await refusalOf(clientsOf("alice").kms.send(new DisableKeyCommand({ KeyId: KeyArn })));
    expect(code).to.equal("AccessDeniedException");
  });

  it("leaves erin nothing beyond DynamoDB, though she is an administrator", async () => {
    const { code, message } = await refusalOf(clientsOf("erin").kms.send(new ListKeysCommand({})));
    expect([code, message.includes("no permissions boundary allows")]).to.deep.equal(["AccessDeniedException", true]);
  });

  it("lets dave read the password as the auditor, and not as himself", async () => {
    const session = await sessionOf(emulator, clientsOf("dave"), role);
    const { SecretString, ARN } = await password(session);
    expect(SecretString).to.equal("correct horse");
    expect((await refusalOf(password(clientsOf("dave"), ARN))).code).to.equal("AccessDeniedException");
    expect((await refusalOf(sessionOf(emulator, clientsOf("alice"), role))).code).to.equal("AccessDenied");
  });

  it("is there at once, also where changes take their time", async () => {
    const slow = { from: 60_000, to: 60_000 };
    const lag = { seed: 1, delays: { iam: slow, keyPolicy: slow, grant: slow, alias: slow } };
    const lagging = await startTestEmulator({ seed: await readSeedFile(path), lag });
    try {
      const key = lagging.seeded?.accessKeys.find(({ userName }) => userName === "alice");
      if (!key) throw new Error("The seed made no access key of alice.");
      const { Item } = await clientsFor(lagging, key).dynamoDb.send(new GetItemCommand(record));
      expect(Item?.diagnosis).to.deep.equal({ S: "flu" });
    } finally {
      await lagging.stop();
    }
  });
});
