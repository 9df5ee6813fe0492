import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ReplicateSecretToRegionsCommand,
  UpdateSecretCommand,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestStatement,
} from "../../../support/emulator.ts";
import { makeKey } from "../kms/keys.ts";
import { kmsCallsDuring, makeSecret } from "./secrets.ts";

const SecretId = "shared";
const elsewhere = "eu-west-1";
const secretsOnly: TestStatement = { Effect: "Allow", Action: "secretsmanager:*", Resource: "*" };
const kmsDenied = "Replication failed: Access to KMS is not allowed";

describe("Replicating a secret under customer keys", () => {
  let emulator: Emulator;
  let root: Clients;
  let there: Clients;
  let here: string;
  let abroad: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    there = clientsFor(emulator, rootOf(), elsewhere);
    here = (await makeKey(root)).arn;
    abroad = (await makeKey(there)).arn;
    await makeSecret(root, SecretId, { SecretString: "opened", KmsKeyId: here });
  });
  afterEach(() => emulator.stop());

  const replicate = ({ secretsManager }: Clients, KmsKeyId: string | undefined = abroad) =>
    secretsManager.send(
      new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [{ Region: elsewhere, KmsKeyId }] }),
    );
  const user = async (name: string, ...uses: (readonly [string, string])[]) => {
    const statements = uses.map(([Action, Resource]): TestStatement => ({ Effect: "Allow", Action, Resource }));
    return (await createUser(emulator, name, [secretsOnly, ...statements])).clients;
  };
  const read = async ({ secretsManager }: Clients) =>
    (await secretsManager.send(new GetSecretValueCommand({ SecretId }))).SecretString;
  const status = async () => {
    const { ReplicationStatus } = await root.secretsManager.send(new DescribeSecretCommand({ SecretId }));
    return ReplicationStatus?.map(({ Status, StatusMessage }) => [Status, StatusMessage]);
  };
  const all = () => [
    ["kms:Decrypt", here] as const,
    ["kms:GenerateDataKey", abroad] as const,
    ["kms:Encrypt", abroad] as const,
  ];

  it("asks KMS in both regions, as the caller", async () => {
    const { versionId } = await makeSecret(root, "fresh", { SecretString: "a", KmsKeyId: here });
    const calls = await kmsCallsDuring(emulator, () =>
      root.secretsManager.send(
        new ReplicateSecretToRegionsCommand({
          SecretId: "fresh",
          AddReplicaRegions: [{ Region: elsewhere, KmsKeyId: abroad }],
        }),
      ),
    );
    expect(calls).to.deep.equal([
      "GenerateDataKey RequestToValidateKeyAccess",
      `Decrypt ${versionId}`,
      `Encrypt ${versionId}`,
    ]);
    const regions = emulator.instance.audit
      .eventsOf("000000000000")
      .slice(-4)
      .map(({ awsRegion }) => awsRegion);
    expect(regions).to.deep.equal([elsewhere, "us-east-1", elsewhere, "us-east-1"]);
  });

  it("works for a user who may use both keys, and not without any of that", async () => {
    for (const [index, missing] of all().entries()) {
      const others = all().filter((_, position) => position !== index);
      await replicate(await user(`User${index}`, ...others));
      expect(await status(), `without ${missing[0]}`).to.deep.equal([["Failed", kmsDenied]]);
      expect((await refusalOf(read(there))).code).to.equal("ResourceNotFoundException");
    }
    await replicate(await user("Ada", ...all()));
    expect(await status()).to.deep.equal([["InSync", undefined]]);
    expect(await read(there)).to.equal("opened");
  });

  it("names the replica's key to kms:ViaService and the encryption context by the replica's region", async () => {
    const ada = await createUser(emulator, "Ada", [
      secretsOnly,
      { Effect: "Allow", Action: "kms:Decrypt", Resource: here },
      {
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:GenerateDataKey"],
        Resource: abroad,
        Condition: {
          StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" },
          StringLike: { "kms:EncryptionContext:SecretARN": "arn:aws:secretsmanager:eu-west-1:*:secret:shared-??????" },
        },
      },
    ]);
    await replicate(ada.clients);
    expect(await status()).to.deep.equal([["InSync", undefined]]);
  });

  it("makes a replica that opens with its own key, not with the secret's", async () => {
    await replicate(root);
    const ada = (
      await createUser(emulator, "Ada", [secretsOnly, { Effect: "Allow", Action: "kms:Decrypt", Resource: here }])
    ).credentials;
    const bob = (
      await createUser(emulator, "Bob", [secretsOnly, { Effect: "Allow", Action: "kms:Decrypt", Resource: abroad }])
    ).credentials;
    const [adaThere, bobThere] = [clientsFor(emulator, ada, elsewhere), clientsFor(emulator, bob, elsewhere)];
    expect((await refusalOf(read(adaThere))).message).to.equal("Access to KMS is not allowed");
    expect(await read(bobThere)).to.equal("opened");
    expect(await read(clientsFor(emulator, ada))).to.equal("opened");
    const replica = await there.secretsManager.send(new DescribeSecretCommand({ SecretId }));
    expect(replica.KmsKeyId).to.equal(abroad);
  });

  it("fails with a key of another region, and succeeds when it is asked for again", async () => {
    await replicate(root, here);
    expect((await status())?.[0]?.[0]).to.equal("Failed");
    expect((await refusalOf(read(there))).code).to.equal("ResourceNotFoundException");
    await replicate(root);
    expect(await status()).to.deep.equal([["InSync", undefined]]);
  });

  it("leaves the secret as it is where a replica of a new secret fails", async () => {
    const ada = await user("Ada", ["kms:Decrypt", here], ["kms:GenerateDataKey", here]);
    const input = { Name: "new", SecretString: "a", KmsKeyId: here };
    await ada.secretsManager.send(
      new CreateSecretCommand({ ...input, AddReplicaRegions: [{ Region: elsewhere, KmsKeyId: abroad }] }),
    );
    const { ReplicationStatus } = await root.secretsManager.send(new DescribeSecretCommand({ SecretId: "new" }));
    expect(ReplicationStatus?.[0]).to.include({ Status: "Failed", StatusMessage: kmsDenied, KmsKeyId: abroad });
    expect(await root.secretsManager.send(new GetSecretValueCommand({ SecretId: "new" }))).to.include({
      SecretString: "a",
    });
  });

  it("keeps what a replica has where whoever changes the secret may not use its key", async () => {
    await replicate(root);
    const put = ({ secretsManager }: Clients, SecretString: string) =>
      secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString }));
    await put(await user("Ada", ["kms:Decrypt", here], ["kms:GenerateDataKey", here]), "next");
    expect(await status()).to.deep.equal([["Failed", kmsDenied]]);
    expect([await read(root), await read(there)]).to.deep.equal(["next", "opened"]);
    await put(root, "last");
    expect(await status()).to.deep.equal([["InSync", undefined]]);
    expect(await read(there)).to.equal("last");
  });

  it("lets a replica change its key, and nothing else", async () => {
    await replicate(root);
    const other = (await makeKey(there)).arn;
    await there.secretsManager.send(new UpdateSecretCommand({ SecretId, KmsKeyId: other }));
    const { ReplicationStatus, KmsKeyId } = await root.secretsManager.send(new DescribeSecretCommand({ SecretId }));
    expect(ReplicationStatus?.[0]?.KmsKeyId).to.equal(other);
    expect(KmsKeyId).to.equal(here);
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "next" }));
    const bob = await createUser(emulator, "Bob", [
      secretsOnly,
      { Effect: "Allow", Action: "kms:Decrypt", Resource: other },
    ]);
    expect(await read(clientsFor(emulator, bob.credentials, elsewhere))).to.equal("next");
  });

  it("leaves no value in events, decisions or states", async () => {
    await replicate(await user("Ada", ...all()));
    await replicate(await user("Bob")).catch(() => undefined);
    const told = JSON.stringify([
      emulator.instance.audit.eventsOf("000000000000"),
      await root.secretsManager.send(new DescribeSecretCommand({ SecretId })),
    ]);
    expect(told).not.to.match(/opened|b3BlbmVk/);
  });
});
