import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  TagResourceCommand,
  UpdateSecretCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeKey } from "../kms/keys.ts";
import { kmsCallsDuring, makeSecret } from "./secrets.ts";

const first = "11111111-0000-4000-8000-000000000000";
const second = "22222222-0000-4000-8000-000000000000";
const validation = "RequestToValidateKeyAccess";
const SecretId = "old";

const cases: { name: string; act: (client: SecretsManagerClient, key: string) => Promise<unknown>; calls: string[] }[] =
  [
    {
      name: "CreateSecret with a value under a customer managed key",
      act: (client, KmsKeyId) =>
        client.send(new CreateSecretCommand({ Name: "new", SecretString: "a", KmsKeyId, ClientRequestToken: second })),
      calls: [`GenerateDataKey ${validation}`, `Decrypt ${validation}`, `GenerateDataKey ${second}`],
    },
    {
      name: "CreateSecret without a value under a customer managed key",
      act: (client, KmsKeyId) => client.send(new CreateSecretCommand({ Name: "new", KmsKeyId })),
      calls: [`GenerateDataKey ${validation}`, `Decrypt ${validation}`],
    },
    {
      name: "CreateSecret with a value under the default key",
      act: (client) =>
        client.send(new CreateSecretCommand({ Name: "new", SecretString: "a", ClientRequestToken: second })),
      calls: [`GenerateDataKey ${second}`],
    },
    {
      name: "CreateSecret without a value under the default key",
      act: (client) => client.send(new CreateSecretCommand({ Name: "new" })),
      calls: [],
    },
    {
      name: "GetSecretValue",
      act: (client) => client.send(new GetSecretValueCommand({ SecretId })),
      calls: [`Decrypt ${first}`],
    },
    {
      name: "PutSecretValue",
      act: (client) =>
        client.send(new PutSecretValueCommand({ SecretId, SecretString: "b", ClientRequestToken: second })),
      calls: [`GenerateDataKey ${second}`],
    },
    {
      name: "PutSecretValue once more, to compare the values",
      act: (client) =>
        client.send(new PutSecretValueCommand({ SecretId, SecretString: "opened", ClientRequestToken: first })),
      calls: [`Decrypt ${first}`],
    },
    {
      name: "UpdateSecret with a value",
      act: (client) =>
        client.send(new UpdateSecretCommand({ SecretId, SecretString: "b", ClientRequestToken: second })),
      calls: [`GenerateDataKey ${second}`],
    },
    {
      name: "UpdateSecret with another key",
      act: (client, KmsKeyId) => client.send(new UpdateSecretCommand({ SecretId, KmsKeyId })),
      calls: [`GenerateDataKey ${validation}`, `Decrypt ${validation}`, `Decrypt ${first}`, `Encrypt ${first}`],
    },
    {
      name: "UpdateSecret with another key and a value",
      act: (client, KmsKeyId) =>
        client.send(new UpdateSecretCommand({ SecretId, KmsKeyId, SecretString: "b", ClientRequestToken: second })),
      calls: [
        `GenerateDataKey ${validation}`,
        `Decrypt ${validation}`,
        `Decrypt ${first}`,
        `Encrypt ${first}`,
        `GenerateDataKey ${second}`,
      ],
    },
    {
      name: "UpdateSecret with the key it has",
      act: (client) => client.send(new UpdateSecretCommand({ SecretId, KmsKeyId: "alias/aws/secretsmanager" })),
      calls: [],
    },
    {
      name: "UpdateSecret with a description",
      act: (client) => client.send(new UpdateSecretCommand({ SecretId, Description: "b" })),
      calls: [],
    },
    { name: "DescribeSecret", act: (client) => client.send(new DescribeSecretCommand({ SecretId })), calls: [] },
    { name: "ListSecrets", act: (client) => client.send(new ListSecretsCommand({})), calls: [] },
    {
      name: "ListSecretVersionIds",
      act: (client) => client.send(new ListSecretVersionIdsCommand({ SecretId })),
      calls: [],
    },
    { name: "GetResourcePolicy", act: (client) => client.send(new GetResourcePolicyCommand({ SecretId })), calls: [] },
    {
      name: "TagResource",
      act: (client) => client.send(new TagResourceCommand({ SecretId, Tags: [{ Key: "a", Value: "b" }] })),
      calls: [],
    },
    { name: "DeleteSecret", act: (client) => client.send(new DeleteSecretCommand({ SecretId })), calls: [] },
    { name: "RestoreSecret", act: (client) => client.send(new RestoreSecretCommand({ SecretId })), calls: [] },
  ];

describe("Secrets Manager asks KMS, as the caller,", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeSecret(root, SecretId, { SecretString: "opened", ClientRequestToken: first });
  });
  afterEach(() => emulator.stop());

  for (const { name, act, calls } of cases) {
    it(`${calls.length === 0 ? "nothing" : calls.join(", ")}, for ${name}`, async () => {
      const { arn } = await makeKey(root);
      expect(await kmsCallsDuring(emulator, () => act(root.secretsManager, arn))).to.deep.equal(calls);
    });
  }

  it("with the secret's ARN and the version's id as the context", async () => {
    const { arn } = await makeSecret(root, "another", { SecretString: "opened", ClientRequestToken: second });
    const [made] = emulator.instance.audit
      .eventsOf("000000000000")
      .filter(({ eventName }) => eventName === "GenerateDataKey")
      .slice(-1);
    expect(made?.requestParameters).to.deep.include({
      keyId: "alias/aws/secretsmanager",
      keySpec: "AES_256",
      encryptionContext: { SecretARN: arn, SecretVersionId: second },
    });
    expect(made?.userIdentity).to.deep.include({ type: "Root", invokedBy: "secretsmanager.amazonaws.com" });
  });

  it("and keeps nothing in the clear", async () => {
    await makeSecret(root, "another");
    const store = emulator.instance.region("000000000000", "us-east-1").secretsmanager;
    const values = store.all().flatMap(({ versions }) => [...versions.values()].flatMap(({ value }) => value ?? []));
    expect(values).to.have.length(2);
    for (const { ciphertext } of values) expect(ciphertext.equals(Buffer.from("opened"))).to.equal(false);
    const distinct = new Set(values.map(({ ciphertext }) => ciphertext.toString("hex")));
    expect(distinct.size, "every version has a data key of its own").to.equal(2);
  });
});
