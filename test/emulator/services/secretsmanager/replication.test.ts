import {
  CreateSecretCommand,
  DeleteResourcePolicyCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
  StopReplicationToReplicaCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
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
} from "../../../support/emulator.ts";
import { makeSecret, type TestSecret } from "./secrets.ts";

const SecretId = "shared";
const elsewhere = "eu-west-1";
const AddReplicaRegions = [{ Region: elsewhere }];
const Tags = [{ Key: "team", Value: "red" }];
const policyFor = (AWS: string) =>
  JSON.stringify({
    Statement: { Effect: "Allow", Principal: { AWS }, Action: "secretsmanager:GetSecretValue", Resource: "*" },
  });

describe("A secret that is replicated", () => {
  let emulator: Emulator;
  let root: Clients;
  let there: Clients;
  let secret: TestSecret;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    there = clientsFor(emulator, rootOf(), elsewhere);
    secret = await makeSecret(root, SecretId, { SecretString: "opened", Tags, Description: "ours" });
  });
  afterEach(() => emulator.stop());

  const replicate = (more: { Region: string; KmsKeyId?: string }[] = AddReplicaRegions, force?: boolean) =>
    root.secretsManager.send(
      new ReplicateSecretToRegionsCommand({
        SecretId,
        AddReplicaRegions: more,
        ForceOverwriteReplicaSecret: force,
      }),
    );
  const read = async ({ secretsManager }: Clients, VersionStage?: string) =>
    (await secretsManager.send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString;
  const describeIt = ({ secretsManager }: Clients) => secretsManager.send(new DescribeSecretCommand({ SecretId }));
  const status = async () => (await describeIt(root)).ReplicationStatus;
  const remove = (...RemoveReplicaRegions: string[]) =>
    root.secretsManager.send(new RemoveRegionsFromReplicationCommand({ SecretId, RemoveReplicaRegions }));
  const inSync = { Region: elsewhere, KmsKeyId: "alias/aws/secretsmanager", Status: "InSync" };

  it("is begun to be replicated, and then is", async () => {
    expect(await replicate()).to.deep.include({
      ARN: secret.arn,
      ReplicationStatus: [{ ...inSync, Status: "InProgress" }],
    });
    expect(await status()).to.deep.equal([inSync]);
  });

  it("has the same value, name, versions, labels and tags elsewhere, and the same ARN but for the region", async () => {
    expect((await refusalOf(read(there))).code).to.equal("ResourceNotFoundException");
    await replicate();
    expect(await read(there)).to.equal("opened");
    const [primary, replica] = [await describeIt(root), await describeIt(there)];
    expect(replica.ARN).to.equal(secret.arn.replace("us-east-1", elsewhere));
    expect(replica).to.deep.include({
      Name: SecretId,
      Description: "ours",
      Tags,
      PrimaryRegion: "us-east-1",
      VersionIdsToStages: primary.VersionIdsToStages,
    });
    expect(primary.PrimaryRegion).to.equal("us-east-1");
    expect(replica).not.to.have.any.keys("ReplicationStatus", "KmsKeyId");
  });

  it("may be made so, with a value or without", async () => {
    const { ReplicationStatus } = await root.secretsManager.send(
      new CreateSecretCommand({ Name: "new", SecretString: "a", AddReplicaRegions }),
    );
    expect(ReplicationStatus).to.deep.equal([{ ...inSync, Status: "InProgress" }]);
    const value = new GetSecretValueCommand({ SecretId: "new" });
    expect(await there.secretsManager.send(value)).to.include({ SecretString: "a" });
    await makeSecret(root, "empty", { AddReplicaRegions });
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId: "empty", SecretString: "b" }));
    expect(await there.secretsManager.send(new GetSecretValueCommand({ SecretId: "empty" }))).to.include({
      SecretString: "b",
    });
  });

  it("is followed by its replicas in every change", async () => {
    await replicate();
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "next" }));
    expect([await read(there), await read(there, "AWSPREVIOUS")]).to.deep.equal(["next", "opened"]);
    await root.secretsManager.send(new UpdateSecretCommand({ SecretId, Description: "theirs", SecretString: "last" }));
    await root.secretsManager.send(new TagResourceCommand({ SecretId, Tags: [{ Key: "new", Value: "1" }] }));
    await root.secretsManager.send(new UntagResourceCommand({ SecretId, TagKeys: ["team"] }));
    expect(await read(there)).to.equal("last");
    const replica = await describeIt(there);
    expect(replica).to.deep.include({ Description: "theirs", Tags: [{ Key: "new", Value: "1" }] });
    expect(replica.VersionIdsToStages).to.deep.equal((await describeIt(root)).VersionIdsToStages);
    await root.secretsManager.send(
      new UpdateSecretVersionStageCommand({ SecretId, VersionStage: "MINE", MoveToVersionId: secret.versionId }),
    );
    expect((await describeIt(there)).VersionIdsToStages).to.deep.equal((await describeIt(root)).VersionIdsToStages);
  });

  it("lets into its replicas whom its policy lets in", async () => {
    await replicate();
    const ada = await createUser(emulator, "Ada");
    const adaThere = clientsFor(emulator, ada.credentials, elsewhere);
    expect((await refusalOf(read(adaThere))).code).to.equal("AccessDeniedException");
    await root.secretsManager.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy: policyFor(ada.arn) }));
    expect(await read(adaThere)).to.equal("opened");
    expect(await there.secretsManager.send(new GetResourcePolicyCommand({ SecretId }))).to.include({
      ResourcePolicy: policyFor(ada.arn),
    });
    await root.secretsManager.send(new DeleteResourcePolicyCommand({ SecretId }));
    expect((await refusalOf(read(adaThere))).code).to.equal("AccessDeniedException");
  });

  it("tells when a replica was read, and the replica tells nothing of the secret", async () => {
    await replicate();
    await read(there);
    const [replica] = (await status()) ?? [];
    expect(replica?.LastAccessedDate).to.be.instanceOf(Date);
    expect(await describeIt(root)).not.to.have.property("LastAccessedDate");
    expect((await there.secretsManager.send(new ListSecretsCommand({}))).SecretList?.[0]?.PrimaryRegion).to.equal(
      "us-east-1",
    );
  });

  it("is deleted after its replicas alone", async () => {
    await replicate([...AddReplicaRegions, { Region: "ap-south-1" }]);
    for (const ForceDeleteWithoutRecovery of [true, false]) {
      const act = root.secretsManager.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery }));
      expect(await refusalOf(act)).to.deep.equal({
        code: "InvalidParameterException",
        message: `You can't delete secret ${secret.arn} that still has replica regions [ap-south-1, eu-west-1].`,
        status: 400,
      });
    }
    const { ReplicationStatus } = await remove("ap-south-1");
    expect(ReplicationStatus).to.deep.equal([inSync]);
    expect(await remove(elsewhere)).to.deep.include({ ARN: secret.arn, ReplicationStatus: [] });
    expect((await refusalOf(read(there))).code).to.equal("ResourceNotFoundException");
    expect(await describeIt(root)).not.to.have.any.keys("ReplicationStatus", "PrimaryRegion");
    await root.secretsManager.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
  });

  it("loses a replica that is made a secret of its own", async () => {
    await replicate();
    const promote = ({ secretsManager }: Clients) =>
      secretsManager.send(new StopReplicationToReplicaCommand({ SecretId }));
    expect((await refusalOf(promote(root))).code).to.equal("InvalidParameterException");
    expect(await promote(there)).to.include({ ARN: secret.arn.replace("us-east-1", elsewhere) });
    expect(await status()).to.equal(undefined);
    await there.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "own" }));
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "other" }));
    expect([await read(there), await read(root)]).to.deep.equal(["own", "other"]);
    await there.secretsManager.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
    expect(await read(root)).to.equal("other");
  });

  it("fails where there is a namesake, and overwrites it if told so", async () => {
    await makeSecret(there, SecretId, { SecretString: "namesake" });
    await replicate();
    expect(await status()).to.deep.equal([
      {
        ...inSync,
        Status: "Failed",
        StatusMessage: `Replication failed: Secret name ${SecretId} already exists in region ${elsewhere}.`,
      },
    ]);
    expect(await read(there)).to.equal("namesake");
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "next" }));
    expect(await read(there)).to.equal("namesake");
    await replicate(AddReplicaRegions, true);
    expect(await status()).to.deep.equal([inSync]);
    expect(await read(there)).to.equal("next");
  });

  it("fails where a namesake is replicated itself", async () => {
    await makeSecret(there, SecretId, { SecretString: "namesake", AddReplicaRegions: [{ Region: "us-west-2" }] });
    await replicate(AddReplicaRegions, true);
    expect((await status())?.[0]).to.deep.include({
      Status: "Failed",
      StatusMessage: `Replication failed: Secret name ${SecretId} is currently replicated to ${elsewhere} with a different arn.`,
    });
    expect(await read(there)).to.equal("namesake");
    await remove(elsewhere);
    expect(await read(there)).to.equal("namesake");
  });

  const refused: { name: string; act: () => Promise<unknown>; message: string }[] = [
    {
      name: "to its own region",
      act: () => replicate([{ Region: "us-east-1" }]),
      message: "Invalid replica region: us-east-1 is the region of the primary secret. Name another.",
    },
    {
      name: "to a region twice",
      act: () => replicate([...AddReplicaRegions, ...AddReplicaRegions]),
      message: "Invalid replica region: eu-west-1 is named twice.",
    },
    {
      name: "to a region where it is",
      act: async () => {
        await replicate();
        await replicate();
      },
      message: "The secret is already replicated to eu-west-1.",
    },
    {
      name: "no more to a region where it is not",
      act: () => remove("us-west-2"),
      message: "The secret is not replicated to us-west-2.",
    },
  ];
  for (const { name, act, message } of refused) {
    it(`is not replicated ${name}`, async () =>
      expect(await refusalOf(act())).to.deep.equal({ code: "InvalidParameterException", message, status: 400 }));
  }

  it("lets in by its primary region", async () => {
    await replicate();
    const ada = await createUser(emulator, "Ada", [
      {
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: "*",
        Condition: { StringEquals: { "secretsmanager:SecretPrimaryRegion": "us-east-1" } },
      },
    ]);
    expect(await read(ada.clients)).to.equal("opened");
    expect(await read(clientsFor(emulator, ada.credentials, elsewhere))).to.equal("opened");
    await there.secretsManager.send(new StopReplicationToReplicaCommand({ SecretId }));
    expect((await refusalOf(read(ada.clients))).code).to.equal("AccessDeniedException");
  });

  it("has no versions elsewhere that it had without a label", async () => {
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "second" }));
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "third" }));
    await replicate();
    const list = new ListSecretVersionIdsCommand({ SecretId, IncludeDeprecated: true });
    expect((await root.secretsManager.send(list)).Versions).to.have.lengthOf(3);
    expect((await there.secretsManager.send(list)).Versions?.map(({ VersionStages }) => VersionStages)).to.deep.equal([
      ["AWSPREVIOUS"],
      ["AWSCURRENT"],
    ]);
  });
});
