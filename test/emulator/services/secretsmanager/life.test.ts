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
  UpdateSecretVersionStageCommand,
  type DeleteSecretCommandInput,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { oneDay } from "../kms/keys.ts";
import { makeSecret, type TestSecret } from "./secrets.ts";

const SecretId = "secret";
const marked = {
  code: "InvalidRequestException",
  message: "You can't perform this operation on the secret because it was marked for deletion.",
  status: 400,
};
const notFound = {
  code: "ResourceNotFoundException",
  message: "Secrets Manager can't find the specified secret.",
  status: 400,
};

describe("the life of a secret", () => {
  let emulator: Emulator;
  let root: Clients;
  let client: SecretsManagerClient;
  let secret: TestSecret;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    client = root.secretsManager;
    secret = await makeSecret(root, SecretId);
  });
  afterEach(() => emulator.stop());

  const remove = (input: Partial<DeleteSecretCommandInput> = {}) =>
    client.send(new DeleteSecretCommand({ SecretId, ...input }));
  const describeIt = () => client.send(new DescribeSecretCommand({ SecretId }));
  const names = async (IncludePlannedDeletion?: boolean) =>
    (await client.send(new ListSecretsCommand({ IncludePlannedDeletion }))).SecretList?.map(({ Name }) => Name);

  it("begins with an ARN that ends in six characters of its own", async () => {
    expect(secret.arn).to.match(/^arn:aws:secretsmanager:us-east-1:000000000000:secret:secret-[A-Za-z0-9]{6}$/);
    await remove({ ForceDeleteWithoutRecovery: true });
    expect((await makeSecret(root, SecretId)).arn).not.to.equal(secret.arn);
  });

  const windows: { given: number | undefined; days: number }[] = [
    { given: undefined, days: 30 },
    { given: 7, days: 7 },
    { given: 30, days: 30 },
  ];
  for (const { given, days } of windows) {
    it(`ends ${days} days after a deletion with ${given === undefined ? "no window" : `a window of ${given}`}`, async () => {
      const { DeletionDate, ...answer } = await remove({ RecoveryWindowInDays: given });
      expect(answer).to.include({ ARN: secret.arn, Name: SecretId });
      expect(Math.abs((DeletionDate?.getTime() ?? 0) - Date.now() - days * oneDay)).to.be.below(10_000);
      expect((await describeIt()).DeletedDate).to.deep.equal(DeletionDate);
      emulator.instance.clock.advance(days * oneDay - 60_000);
      expect(await describeIt()).to.include({ Name: SecretId });
      emulator.instance.clock.advance(60_000);
      expect(await refusalOf(describeIt())).to.deep.equal(notFound);
      expect(await names(true)).to.deep.equal([]);
      expect((await makeSecret(root, SecretId)).arn).not.to.equal(secret.arn);
    });
  }

  const window = "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).";
  const refused: { name: string; input: Partial<DeleteSecretCommandInput>; message: string }[] = [
    { name: "a window of 6 days", input: { RecoveryWindowInDays: 6 }, message: window },
    { name: "a window of 31 days", input: { RecoveryWindowInDays: 31 }, message: window },
    { name: "no window but 0", input: { RecoveryWindowInDays: 0, ForceDeleteWithoutRecovery: true }, message: window },
    {
      name: "a window and none",
      input: { RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true },
      message: "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    },
  ];
  for (const { name, input, message } of refused) {
    it(`does not end with ${name}`, async () => {
      expect(await refusalOf(remove(input))).to.deep.equal({ code: "InvalidParameterException", message, status: 400 });
      expect(await describeIt()).not.to.have.property("DeletedDate");
    });
  }

  it("ends at once without recovery, also when it was scheduled before", async () => {
    await remove();
    await remove({ ForceDeleteWithoutRecovery: true });
    expect(await refusalOf(describeIt())).to.deep.equal(notFound);
    expect(await refusalOf(client.send(new RestoreSecretCommand({ SecretId })))).to.deep.equal(notFound);
  });

  it("may be ended without recovery when there is none, and only then", async () => {
    const gone = { SecretId: "nothing" };
    expect(await client.send(new DeleteSecretCommand({ ...gone, ForceDeleteWithoutRecovery: true }))).to.include({
      Name: "nothing",
    });
    expect(await refusalOf(client.send(new DeleteSecretCommand(gone)))).to.deep.equal(notFound);
  });

  const whilePlanned: { name: string; act: (client: SecretsManagerClient) => Promise<unknown>; allowed: boolean }[] = [
    { name: "GetSecretValue", act: (it) => it.send(new GetSecretValueCommand({ SecretId })), allowed: false },
    {
      name: "PutSecretValue",
      act: (it) => it.send(new PutSecretValueCommand({ SecretId, SecretString: "a" })),
      allowed: false,
    },
    {
      name: "UpdateSecret",
      act: (it) => it.send(new UpdateSecretCommand({ SecretId, Description: "a" })),
      allowed: false,
    },
    { name: "TagResource", act: (it) => it.send(new TagResourceCommand({ SecretId, Tags: [] })), allowed: false },
    { name: "GetResourcePolicy", act: (it) => it.send(new GetResourcePolicyCommand({ SecretId })), allowed: false },
    {
      name: "UpdateSecretVersionStage",
      act: (it) => it.send(new UpdateSecretVersionStageCommand({ SecretId, VersionStage: "A" })),
      allowed: false,
    },
    { name: "DeleteSecret", act: (it) => it.send(new DeleteSecretCommand({ SecretId })), allowed: false },
    { name: "DescribeSecret", act: (it) => it.send(new DescribeSecretCommand({ SecretId })), allowed: true },
    {
      name: "ListSecretVersionIds",
      act: (it) => it.send(new ListSecretVersionIdsCommand({ SecretId })),
      allowed: true,
    },
  ];
  for (const { name, act, allowed } of whilePlanned) {
    it(`${allowed ? "allows" : "refuses"} ${name} while its deletion is scheduled`, async () => {
      await remove();
      if (allowed) await act(client);
      else expect(await refusalOf(act(client))).to.deep.equal(marked);
    });
  }

  it("is listed while its deletion is scheduled only to those who ask", async () => {
    await remove();
    expect([await names(), await names(false), await names(true)]).to.deep.equal([[], [], [SecretId]]);
  });

  it("goes on after it was restored", async () => {
    await remove({ RecoveryWindowInDays: 7 });
    await client.send(new RestoreSecretCommand({ SecretId }));
    emulator.instance.clock.advance(8 * oneDay);
    expect(await client.send(new GetSecretValueCommand({ SecretId }))).to.include({ SecretString: "opened" });
    expect(await describeIt()).not.to.have.property("DeletedDate");
  });

  it("tells the days on which it was read, and the times at which it was changed, by the instance's clock", async () => {
    expect(await describeIt()).not.to.have.property("LastAccessedDate");
    emulator.instance.clock.advance(100 * oneDay);
    await client.send(new GetSecretValueCommand({ SecretId }));
    const now = emulator.instance.clock.now();
    const { LastAccessedDate, LastChangedDate, CreatedDate } = await describeIt();
    expect(LastAccessedDate?.toISOString()).to.equal(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`);
    expect(LastChangedDate).to.deep.equal(CreatedDate);
    await client.send(new UpdateSecretCommand({ SecretId, Description: "a" }));
    expect((await describeIt()).LastChangedDate?.getTime()).to.be.at.least(now.getTime());
  });

  it("begins once, however many ask at the same time", async () => {
    const results = await Promise.allSettled(
      ["a", "b", "c"].map((SecretString) => client.send(new CreateSecretCommand({ Name: "contested", SecretString }))),
    );
    expect(results.map(({ status }) => status).sort()).to.deep.equal(["fulfilled", "rejected", "rejected"]);
    expect(await names()).to.deep.equal([SecretId, "contested"]);
  });
});
