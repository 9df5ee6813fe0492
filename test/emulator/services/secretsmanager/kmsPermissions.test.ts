import {
  DecryptCommand,
  DisableKeyCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  GenerateDataKeyCommand,
} from "@aws-sdk/client-kms";
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  UpdateSecretCommand,
  type SecretsManagerClient,
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
import { jsonCall, jsonOf, send } from "../../../support/signedRequest.ts";
import { keyPolicy, makeKey, toAccount } from "../kms/keys.ts";
import { makeSecret } from "./secrets.ts";

const SecretId = "old";
const secretsOnly: TestStatement = { Effect: "Allow", Action: "secretsmanager:*", Resource: "*" };
const kmsDenied = { code: "AccessDeniedException", message: "Access to KMS is not allowed", status: 400 };

type Act = (client: SecretsManagerClient, key: string) => Promise<unknown>;
const read: Act = (client) => client.send(new GetSecretValueCommand({ SecretId }));
const write: Act = (client) => client.send(new PutSecretValueCommand({ SecretId, SecretString: "b" }));
const create: Act = (client, KmsKeyId) =>
  client.send(new CreateSecretCommand({ Name: "new", SecretString: "a", KmsKeyId }));
const createEmpty: Act = (client, KmsKeyId) => client.send(new CreateSecretCommand({ Name: "new", KmsKeyId }));
const describeIt: Act = (client) => client.send(new DescribeSecretCommand({ SecretId }));
const remove: Act = (client) => client.send(new DeleteSecretCommand({ SecretId }));
const rename: Act = (client) => client.send(new UpdateSecretCommand({ SecretId, Description: "b" }));

const cases: { name: string; kms: string[]; act: Act; allowed: boolean; conditions?: object }[] = [
  { name: "with kms:Decrypt may read", kms: ["kms:Decrypt"], act: read, allowed: true },
  { name: "without kms:Decrypt may not read", kms: ["kms:GenerateDataKey", "kms:Encrypt"], act: read, allowed: false },
  { name: "with kms:GenerateDataKey may write", kms: ["kms:GenerateDataKey"], act: write, allowed: true },
  {
    name: "without kms:GenerateDataKey may not write",
    kms: ["kms:Decrypt", "kms:Encrypt"],
    act: write,
    allowed: false,
  },
  { name: "with both may create", kms: ["kms:GenerateDataKey", "kms:Decrypt"], act: create, allowed: true },
  { name: "without kms:Decrypt may not create", kms: ["kms:GenerateDataKey"], act: create, allowed: false },
  { name: "without kms:GenerateDataKey may not create", kms: ["kms:Decrypt"], act: create, allowed: false },
  {
    name: "without kms:Decrypt may not create an empty secret either",
    kms: ["kms:GenerateDataKey"],
    act: createEmpty,
    allowed: false,
  },
  { name: "without the key may describe", kms: [], act: describeIt, allowed: true },
  { name: "without the key may delete", kms: [], act: remove, allowed: true },
  { name: "without the key may change the description", kms: [], act: rename, allowed: true },
  {
    name: "who may decrypt through Secrets Manager may read",
    kms: ["kms:Decrypt"],
    conditions: { StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" } },
    act: read,
    allowed: true,
  },
  {
    name: "who may decrypt through another service may not read",
    kms: ["kms:Decrypt"],
    conditions: { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } },
    act: read,
    allowed: false,
  },
  {
    name: "who may decrypt this secret may read it",
    kms: ["kms:Decrypt"],
    conditions: {
      StringLike: {
        "kms:EncryptionContext:SecretARN": "arn:aws:secretsmanager:us-east-1:000000000000:secret:old-??????",
      },
    },
    act: read,
    allowed: true,
  },
  {
    name: "who may decrypt another secret may not read it",
    kms: ["kms:Decrypt"],
    conditions: {
      StringLike: {
        "kms:EncryptionContext:SecretARN": "arn:aws:secretsmanager:us-east-1:000000000000:secret:new-??????",
      },
    },
    act: read,
    allowed: false,
  },
];

describe("a user of Secrets Manager", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = (await makeKey(root)).arn;
    await makeSecret(root, SecretId, { SecretString: "opened", KmsKeyId: key });
  });
  afterEach(() => emulator.stop());

  const user = (...statements: TestStatement[]) => createUser(emulator, "Alice", [secretsOnly, ...statements]);
  const mayUse = (Action: string[], Condition?: object): TestStatement[] =>
    Action.length === 0 ? [] : [{ Effect: "Allow", Action, Resource: key, Condition }];

  for (const { name, kms, act, allowed, conditions } of cases) {
    it(name, async () => {
      const { clients } = await user(...mayUse(kms, conditions));
      if (allowed) await act(clients.secretsManager, key);
      else expect(await refusalOf(act(clients.secretsManager, key))).to.deep.equal(kmsDenied);
    });
  }

  it("whom the key policy names needs no more", async () => {
    const { clients, arn } = await user();
    const Policy = keyPolicy(toAccount(), { Principal: { AWS: arn }, Action: "kms:Decrypt" });
    await root.kms.send(new PutKeyPolicyCommand({ KeyId: key, Policy }));
    expect(await clients.secretsManager.send(new GetSecretValueCommand({ SecretId }))).to.include({
      SecretString: "opened",
    });
  });

  it("who is denied the key is told nothing more, on the wire too", async () => {
    const { credentials } = await user();
    const request = jsonCall("secretsmanager", "secretsmanager.GetSecretValue", JSON.stringify({ SecretId }));
    const answer = await send(emulator, { ...request, credentials });
    expect(answer.status).to.equal(400);
    expect(jsonOf(answer)).to.deep.equal({ __type: "AccessDeniedException", Message: "Access to KMS is not allowed" });
    const decisions = emulator.instance.decisions.of(answer.headers.get("x-amzn-requestid") ?? "");
    expect(decisions.map(({ result, layer, action }) => [result, layer, action])).to.deep.equal([
      ["Allowed", "identity policy", "secretsmanager:GetSecretValue"],
      ["ImplicitlyDenied", "identity policy", "kms:Decrypt"],
    ]);
  });

  it("needs no KMS permission under the default key, which Secrets Manager alone may use", async () => {
    const { clients } = await user();
    await makeSecret(clients, "plain");
    expect(await clients.secretsManager.send(new GetSecretValueCommand({ SecretId: "plain" }))).to.include({
      SecretString: "opened",
    });
    const direct = clients.kms.send(
      new GenerateDataKeyCommand({ KeyId: "alias/aws/secretsmanager", KeySpec: "AES_256" }),
    );
    expect((await refusalOf(direct)).code).to.equal("AccessDeniedException");
  });

  it("leaves no secret behind that could not be encrypted", async () => {
    const { clients } = await user();
    expect(await refusalOf(create(clients.secretsManager, key))).to.deep.equal(kmsDenied);
    const { SecretList: secrets = [] } = await root.secretsManager.send(new ListSecretsCommand({}));
    expect(secrets.map(({ Name }) => Name)).to.deep.equal([SecretId]);
  });

  const states: { name: string; disable: () => Promise<unknown> }[] = [
    { name: "disabled", disable: () => root.kms.send(new DisableKeyCommand({ KeyId: key })) },
    { name: "pending deletion", disable: () => root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key })) },
  ];
  for (const { name, disable } of states) {
    it(`cannot read or write under a key that is ${name}`, async () => {
      await disable();
      expect(await refusalOf(read(root.secretsManager, key))).to.include({ code: "DecryptionFailure", status: 400 });
      expect(await refusalOf(write(root.secretsManager, key))).to.include({ code: "EncryptionFailure", status: 400 });
      expect(await refusalOf(create(root.secretsManager, key))).to.include({ code: "EncryptionFailure", status: 400 });
    });
  }

  it("cannot open a data key past Secrets Manager without its context", async () => {
    const [secret] = emulator.instance.region("000000000000", "us-east-1").secretsmanager.all();
    const [version] = secret?.versions.values() ?? [];
    const blob = version?.value?.wrappedKeys[0]?.blob;
    const decrypt = (EncryptionContext?: Record<string, string>) =>
      root.kms.send(new DecryptCommand({ CiphertextBlob: blob, EncryptionContext }));
    expect((await refusalOf(decrypt())).code).to.equal("InvalidCiphertextException");
    const context = { SecretARN: secret?.arn ?? "", SecretVersionId: version?.id ?? "" };
    expect((await decrypt(context)).Plaintext).to.have.length(32);
  });
});
