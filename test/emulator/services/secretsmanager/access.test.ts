import {
  BatchGetSecretValueCommand,
  CancelRotateSecretCommand,
  GetRandomPasswordCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
  RotateSecretCommand,
  StopReplicationToReplicaCommand,
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  DeleteResourcePolicyCommand,
  GetResourcePolicyCommand,
  PutResourcePolicyCommand,
  ValidateResourcePolicyCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
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
import { makeSecret, type TestSecret } from "./secrets.ts";

type Act = (client: SecretsManagerClient, secret: TestSecret) => Promise<unknown>;

const SecretId = "old";
const ResourcePolicy = JSON.stringify({
  Statement: { Effect: "Deny", Principal: "*", Action: "secretsmanager:PutSecretValue", Resource: "*" },
});
const Tags = [{ Key: "team", Value: "red" }];

const ofNothing = { shownAs: "" };
const lambda = "arn:aws:lambda:us-east-1:000000000000:function:rotate";

/**
 * Each operation, how the sentence of a refusal names the resource (default: the secret's ARN), what else the caller needs, and
 * how a call ends that is allowed (default: it succeeds).
 */
const operations: Record<string, { act: Act; shownAs?: string; alsoNeeds?: string; ending?: string }> = {
  CreateSecret: {
    act: (client) => client.send(new CreateSecretCommand({ Name: "new" })),
    shownAs: " on resource: new",
  },
  DescribeSecret: { act: (client) => client.send(new DescribeSecretCommand({ SecretId })) },
  ListSecrets: { act: (client) => client.send(new ListSecretsCommand({})), ...ofNothing },
  GetRandomPassword: { act: (client) => client.send(new GetRandomPasswordCommand({})), ...ofNothing },
  BatchGetSecretValue: {
    act: (client) => client.send(new BatchGetSecretValueCommand({ SecretIdList: [SecretId] })),
    ...ofNothing,
  },
  RotateSecret: {
    act: (client) =>
      client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN: lambda, RotateImmediately: false })),
    alsoNeeds: "lambda:InvokeFunction",
  },
  CancelRotateSecret: {
    act: (client) => client.send(new CancelRotateSecretCommand({ SecretId })),
    ending: "InvalidRequestException",
  },
  ReplicateSecretToRegions: {
    act: (client) =>
      client.send(new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [{ Region: "eu-west-1" }] })),
  },
  RemoveRegionsFromReplication: {
    act: (client) =>
      client.send(new RemoveRegionsFromReplicationCommand({ SecretId, RemoveReplicaRegions: ["eu-west-1"] })),
    ending: "InvalidParameterException",
  },
  StopReplicationToReplica: {
    act: (client) => client.send(new StopReplicationToReplicaCommand({ SecretId })),
    ending: "InvalidParameterException",
  },
  UpdateSecret: { act: (client) => client.send(new UpdateSecretCommand({ SecretId, Description: "a" })) },
  DeleteSecret: { act: (client) => client.send(new DeleteSecretCommand({ SecretId })) },
  RestoreSecret: { act: (client) => client.send(new RestoreSecretCommand({ SecretId })) },
  PutSecretValue: { act: (client) => client.send(new PutSecretValueCommand({ SecretId, SecretString: "a" })) },
  GetSecretValue: { act: (client) => client.send(new GetSecretValueCommand({ SecretId })) },
  ListSecretVersionIds: { act: (client) => client.send(new ListSecretVersionIdsCommand({ SecretId })) },
  UpdateSecretVersionStage: {
    act: (client, { versionId }) =>
      client.send(new UpdateSecretVersionStageCommand({ SecretId, VersionStage: "MINE", MoveToVersionId: versionId })),
  },
  TagResource: { act: (client) => client.send(new TagResourceCommand({ SecretId, Tags })) },
  UntagResource: { act: (client) => client.send(new UntagResourceCommand({ SecretId, TagKeys: ["team"] })) },
  GetResourcePolicy: { act: (client) => client.send(new GetResourcePolicyCommand({ SecretId })) },
  PutResourcePolicy: { act: (client) => client.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy })) },
  DeleteResourcePolicy: { act: (client) => client.send(new DeleteResourcePolicyCommand({ SecretId })) },
  ValidateResourcePolicy: {
    act: (client) => client.send(new ValidateResourcePolicyCommand({ SecretId, ResourcePolicy })),
    alsoNeeds: "secretsmanager:PutResourcePolicy",
  },
};

const arnOf = (name: string) => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`;
const may = (Action: string | string[], more: Partial<TestStatement> = {}): TestStatement => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  ...more,
});
const read: Act = (client) => client.send(new GetSecretValueCommand({ SecretId }));
describe("Secrets Manager", () => {
  let emulator: Emulator;
  let root: Clients;
  let secret: TestSecret;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    secret = await makeSecret(root, SecretId, { SecretString: "opened", Tags });
  });
  afterEach(() => emulator.stop());

  const alice = async (...statements: TestStatement[]) =>
    (await createUser(emulator, "Alice", statements)).clients.secretsManager;
  const sentence = (action: string, resource: string) =>
    `User: arn:aws:iam::000000000000:user/Alice is not authorized to perform: secretsmanager:${action}${resource}`;
  const denied = (message: string) => ({ code: "AccessDeniedException", message, status: 400 });

  for (const [action, { act, shownAs, alsoNeeds, ending }] of Object.entries(operations)) {
    it(`lets a user ${action} with secretsmanager:${action}, and not without`, async () => {
      const client = await alice();
      const resource = shownAs ?? ` on resource: ${secret.arn}`;
      const message = `${sentence(action, resource)} because no identity-based policy allows the secretsmanager:${action} action`;
      expect(await refusalOf(act(client, secret))).to.deep.equal(denied(message));
      const statements = [`secretsmanager:${action}`, ...(alsoNeeds ? [alsoNeeds] : [])].map((name) => may(name));
      const bob = (await createUser(emulator, "Bob", statements)).clients.secretsManager;
      if (ending === undefined) await act(bob, secret);
      else expect((await refusalOf(act(bob, secret))).code).to.equal(ending);
      if (!alsoNeeds) return;
      const carol = (await createUser(emulator, "Carol", statements.slice(0, 1))).clients.secretsManager;
      expect((await refusalOf(act(carol, secret))).message).to.contain(`not authorized to perform: ${alsoNeeds}`);
    });
  }

  it("says that a policy denies", async () => {
    const client = await alice(may("secretsmanager:*"), {
      Effect: "Deny",
      Action: "secretsmanager:Get*",
      Resource: "*",
    });
    const message = `${sentence("GetSecretValue", ` on resource: ${secret.arn}`)} with an explicit deny in an identity-based policy`;
    expect(await refusalOf(read(client, secret))).to.deep.equal(denied(message));
  });

  it("names a secret that does not exist as it was asked for, and tells only those who may know", async () => {
    const act = (client: SecretsManagerClient) => client.send(new GetSecretValueCommand({ SecretId: "prod/nothing" }));
    const message = `${sentence("GetSecretValue", " on resource: prod/nothing")} because no identity-based policy allows the secretsmanager:GetSecretValue action`;
    expect(await refusalOf(act(await alice()))).to.deep.equal(denied(message));
    const { clients } = await createUser(emulator, "Bob", [
      may("secretsmanager:GetSecretValue", { Resource: arnOf("prod/*") }),
    ]);
    expect(await refusalOf(act(clients.secretsManager))).to.deep.equal({
      code: "ResourceNotFoundException",
      message: "Secrets Manager can't find the specified secret.",
      status: 400,
    });
  });

  const strangers: { name: string; make: () => Promise<SecretsManagerClient> }[] = [
    {
      name: "an administrator",
      make: async () => (await createUser(emulator, "Carol", [may("*")], "444455556666")).clients.secretsManager,
    },
    { name: "the root user", make: async () => clientsFor(emulator, rootOf("444455556666")).secretsManager },
  ];
  for (const { name, make } of strangers) {
    it(`keeps out ${name} of another account, whether the secret exists or not`, async () => {
      const client = await make();
      for (const arn of [secret.arn, arnOf("nothing-AbCdEf")]) {
        const { code, message } = await refusalOf(client.send(new GetSecretValueCommand({ SecretId: arn })));
        expect(code).to.equal("AccessDeniedException");
        expect(message).to.match(
          new RegExp(
            `on resource: ${arn} because no resource-based policy allows the secretsmanager:GetSecretValue action$`,
          ),
        );
      }
    });
  }

  it("keeps accounts and regions apart", async () => {
    const act = (clients: Clients) => refusalOf(clients.secretsManager.send(new DescribeSecretCommand({ SecretId })));
    expect((await act(clientsFor(emulator, rootOf("444455556666")))).code).to.equal("ResourceNotFoundException");
    expect((await act(clientsFor(emulator, rootOf(), "eu-west-1"))).code).to.equal("ResourceNotFoundException");
  });
});
