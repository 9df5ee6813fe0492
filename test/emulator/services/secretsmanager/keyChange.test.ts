import {
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  DescribeSecretCommand,
  PutSecretValueCommand,
  UpdateSecretCommand,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestStatement,
} from "../../../support/emulator.ts";
import { makeKey } from "../kms/keys.ts";
import { makeSecret } from "./secrets.ts";

const SecretId = "secret";
const secretsOnly: TestStatement = { Effect: "Allow", Action: "secretsmanager:*", Resource: "*" };
const kmsDenied = { code: "AccessDeniedException", message: "Access to KMS is not allowed", status: 400 };

describe("a secret whose key is changed", () => {
  let emulator: Emulator;
  let root: Clients;
  let oldKey: string;
  let newKey: string;
  let oldReader: Clients;
  let newReader: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    [oldKey, newKey] = [(await makeKey(root)).arn, (await makeKey(root)).arn];
    await makeSecret(root, SecretId, { SecretString: "opened", KmsKeyId: oldKey });
    oldReader = await reader("Olga", oldKey);
    newReader = await reader("Nina", newKey);
  });
  afterEach(() => emulator.stop());

  async function reader(name: string, Resource: string): Promise<Clients> {
    const mayDecrypt: TestStatement = {
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey", "kms:Encrypt"],
      Resource,
    };
    return (await createUser(emulator, name, [secretsOnly, mayDecrypt])).clients;
  }
  const read = async ({ secretsManager }: Clients) =>
    (await secretsManager.send(new GetSecretValueCommand({ SecretId }))).SecretString;
  const change = ({ secretsManager }: Clients, KmsKeyId: string) =>
    secretsManager.send(new UpdateSecretCommand({ SecretId, KmsKeyId }));
  const keysOfVersions = async () =>
    (await root.secretsManager.send(new ListSecretVersionIdsCommand({ SecretId }))).Versions?.map(
      ({ KmsKeyIds }) => KmsKeyIds,
    );

  it("is closed to the new key's users before", async () => {
    expect(await read(oldReader)).to.equal("opened");
    expect(await refusalOf(read(newReader))).to.deep.equal(kmsDenied);
  });

  it("is open to users of either key afterwards", async () => {
    await change(root, newKey);
    expect([await read(oldReader), await read(newReader)]).to.deep.equal(["opened", "opened"]);
    expect(await keysOfVersions()).to.deep.equal([[oldKey, newKey]]);
    expect((await root.secretsManager.send(new DescribeSecretCommand({ SecretId }))).KmsKeyId).to.equal(newKey);
  });

  it("has its next value under the new key alone", async () => {
    await change(root, newKey);
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "next" }));
    expect(await read(newReader)).to.equal("next");
    expect(await refusalOf(read(oldReader))).to.deep.equal(kmsDenied);
  });

  it("keeps its value under the old key alone where the one who changes it may not use that", async () => {
    await change(newReader, newKey);
    expect(await read(oldReader)).to.equal("opened");
    expect(await refusalOf(read(newReader))).to.deep.equal(kmsDenied);
    expect(await keysOfVersions()).to.deep.equal([[oldKey]]);
  });

  it("keeps its key where the one who changes it may not use the new one", async () => {
    expect(await refusalOf(change(oldReader, newKey))).to.deep.equal(kmsDenied);
    expect((await root.secretsManager.send(new DescribeSecretCommand({ SecretId }))).KmsKeyId).to.equal(oldKey);
  });

  it("leaves versions without a label of AWS as they are", async () => {
    await root.secretsManager.send(
      new PutSecretValueCommand({ SecretId, SecretString: "b", VersionStages: ["CUSTOM"] }),
    );
    await change(root, newKey);
    expect(await keysOfVersions()).to.deep.equal([[oldKey, newKey], [oldKey]]);
  });

  for (const name of ["", "alias/aws/secretsmanager", "arn:aws:kms:us-east-1:000000000000:alias/aws/secretsmanager"]) {
    it(`is under the default key, which no answer names, when it is set to '${name}'`, async () => {
      await change(root, name);
      expect(await root.secretsManager.send(new DescribeSecretCommand({ SecretId }))).not.to.have.property("KmsKeyId");
      expect(await keysOfVersions()).to.deep.equal([[oldKey, "DefaultEncryptionKey"]]);
      expect(await read(newReader)).to.equal("opened");
    });
  }
});
