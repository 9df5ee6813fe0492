import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  ReplicateSecretToRegionsCommand,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import {
  clientsFor,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { oneDay } from "../kms/keys.ts";
import { makeSecret } from "./secrets.ts";

const SecretId = "secret";
const labels = (count: number) => Array.from({ length: count }, (_, index) => `L${index}`);

const refused: {
  name: string;
  act: (client: SecretsManagerClient) => Promise<unknown>;
  code: string;
  message: string;
}[] = [
  {
    name: "a text of too many bytes",
    act: (it) => it.send(new CreateSecretCommand({ Name: "new", SecretString: "é".repeat(32_769) })),
    code: "ValidationException",
    message:
      "1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to 65536",
  },
  {
    name: "too many bytes",
    act: (it) => it.send(new PutSecretValueCommand({ SecretId, SecretBinary: Buffer.alloc(65_537, 1) })),
    code: "ValidationException",
    message:
      "1 validation error detected: Value at 'secretBinary' failed to satisfy constraint: Member must have length less than or equal to 65536",
  },
  {
    name: "more than 20 labels for all versions together",
    act: (it) =>
      it.send(
        new PutSecretValueCommand({
          SecretId,
          SecretString: "a",
          VersionStages: labels(20),
        }),
      ),
    code: "LimitExceededException",
    message: "The request failed because it would exceed one of the Secrets Manager quotas.",
  },
];

describe("Limits of Secrets Manager", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeSecret(root, SecretId);
  });
  afterEach(() => emulator.stop());

  const put = (VersionStages?: string[]) =>
    root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "next", VersionStages }));
  const versions = async ({ secretsManager }: Clients = root) => {
    const ids: string[] = [];
    let NextToken: string | undefined;
    do {
      const input = { SecretId, IncludeDeprecated: true, NextToken };
      const page = await secretsManager.send(new ListSecretVersionIdsCommand(input));
      ids.push(...(page.Versions ?? []).flatMap(({ VersionId }) => VersionId ?? []));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return ids;
  };

  for (const { name, act, code, message } of refused) {
    it(`refuse ${name}`, async () =>
      expect(await refusalOf(act(root.secretsManager))).to.deep.equal({ code, message, status: 400 }));
  }

  it("allow 20 labels for all versions together, which may move, and no other", async () => {
    const { VersionId } = await put(labels(19));
    await put(labels(10));
    const move = (VersionStage: string) =>
      root.secretsManager.send(
        new UpdateSecretVersionStageCommand({ SecretId, VersionStage, MoveToVersionId: VersionId }),
      );
    expect((await refusalOf(move("another"))).code).to.equal("LimitExceededException");
    expect(await move("L15")).to.include({ Name: SecretId });
  });

  it("keep 100 versions, and all those of the last day", async () => {
    const [oldest = "", second = ""] = [...(await versions()), (await put()).VersionId];
    for (let count = 2; count < 103; count++) await put();
    expect(await versions()).to.have.lengthOf(103);
    emulator.instance.clock.advance(oneDay + 1000);
    await put();
    const left = await versions();
    expect(left).to.have.lengthOf(100).and.not.to.include.members([oldest, second]);
    const gone = new GetSecretValueCommand({ SecretId, VersionId: oldest });
    expect((await refusalOf(root.secretsManager.send(gone))).code).to.equal("ResourceNotFoundException");
  });

  it("delete in a replica what they delete in the secret", async () => {
    const AddReplicaRegions = [{ Region: "eu-west-1" }];
    await root.secretsManager.send(new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions }));
    for (let count = 1; count < 102; count++) await put();
    emulator.instance.clock.advance(oneDay + 1000);
    await put();
    const there = clientsFor(emulator, rootOf(), "eu-west-1");
    expect(await versions(there)).to.deep.equal(await versions());
  });

  it("keep versions with a label, however old", async () => {
    const { VersionId: labelled } = await put(["mine"]);
    for (let count = 2; count < 102; count++) await put();
    emulator.instance.clock.advance(oneDay + 1000);
    await put();
    const left = await versions();
    expect(left).to.have.lengthOf(100).and.to.include(labelled);
  });
});
