import { CreateAliasCommand } from "@aws-sdk/client-kms";
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ReplicateSecretToRegionsCommand,
  RotateSecretCommand,
  UpdateSecretCommand,
  type RotateSecretCommandInput,
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
import { makeKey } from "../kms/keys.ts";
import { makeSecret } from "./secrets.ts";

type Act = (client: SecretsManagerClient) => Promise<unknown>;

const SecretId = "old";
const may = (Action: string, more: Partial<TestStatement> = {}): TestStatement => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  ...more,
});
const read: Act = (client) => client.send(new GetSecretValueCommand({ SecretId }));
const replicateToEurope = may("secretsmanager:ReplicateSecretToRegions", {
  Condition: { "ForAllValues:StringLike": { "secretsmanager:AddReplicaRegions": "eu-*" } },
});
const replicateTo =
  (...regions: string[]): Act =>
  (client) =>
    client.send(
      new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: regions.map((Region) => ({ Region })) }),
    );
const rotateBy = (lambdaArn: string) =>
  may("secretsmanager:RotateSecret", { Condition: { ArnEquals: { "secretsmanager:RotationLambdaARN": lambdaArn } } });
const rotate =
  (more: Partial<RotateSecretCommandInput>): Act =>
  (client) => {
    const RotationLambdaARN = "arn:aws:lambda:us-east-1:000000000000:function:rotate";
    return client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN, RotateImmediately: false, ...more }));
  };

/** What a policy says, which may name the key of `alias/one`. */
const policies: { name: string; statements: (key: string) => TestStatement[]; act: Act; allowed: boolean }[] = [
  {
    name: "to use one key",
    statements: (key) => [
      may("secretsmanager:UpdateSecret", { Condition: { ArnEquals: { "secretsmanager:KmsKeyArn": key } } }),
      may("kms:*"),
    ],
    act: (client) => client.send(new UpdateSecretCommand({ SecretId, KmsKeyId: "alias/one" })),
    allowed: true,
  },
  {
    name: "not to use another key",
    statements: (key) => [
      may("secretsmanager:UpdateSecret", { Condition: { ArnEquals: { "secretsmanager:KmsKeyArn": key } } }),
      may("kms:*"),
    ],
    act: (client) => client.send(new UpdateSecretCommand({ SecretId, KmsKeyId: "alias/other" })),
    allowed: false,
  },
  {
    name: "not to use a key that does not exist",
    statements: () => [
      may("secretsmanager:UpdateSecret", { Condition: { Null: { "secretsmanager:KmsKeyArn": "false" } } }),
    ],
    act: (client) => client.send(new UpdateSecretCommand({ SecretId, KmsKeyId: "alias/nothing" })),
    allowed: false,
  },
  {
    name: "to replicate to a region",
    statements: () => [replicateToEurope],
    act: replicateTo("eu-west-1"),
    allowed: true,
  },
  {
    name: "not to replicate to one region more",
    statements: () => [replicateToEurope],
    act: replicateTo("eu-west-1", "us-west-2"),
    allowed: false,
  },
  {
    name: "not to create with replicas elsewhere",
    statements: () => [{ ...replicateToEurope, Action: "secretsmanager:CreateSecret" }],
    act: (client) =>
      client.send(new CreateSecretCommand({ Name: "new", AddReplicaRegions: [{ Region: "us-west-2" }] })),
    allowed: false,
  },
  {
    name: "to let a function rotate",
    statements: () => [may("lambda:InvokeFunction"), rotateBy("arn:aws:lambda:us-east-1:000000000000:function:rotate")],
    act: rotate({}),
    allowed: true,
  },
  {
    name: "not to let another function rotate",
    statements: () => [may("lambda:InvokeFunction"), rotateBy("arn:aws:lambda:us-east-1:000000000000:function:other")],
    act: rotate({}),
    allowed: false,
  },
  {
    name: "not to rotate at once, where only later is allowed",
    statements: () => [
      may("lambda:InvokeFunction"),
      may("secretsmanager:RotateSecret", { Condition: { Bool: { "secretsmanager:RotateImmediately": "false" } } }),
    ],
    act: rotate({ RotateImmediately: undefined }),
    allowed: false,
  },
  {
    name: "not to change the schedule",
    statements: () => [
      may("lambda:InvokeFunction"),
      may("secretsmanager:RotateSecret", { Condition: { Bool: { "secretsmanager:ModifyRotationRules": "false" } } }),
    ],
    act: rotate({ RotationRules: { AutomaticallyAfterDays: 1 } }),
    allowed: false,
  },
  {
    name: "to rotate by the schedule that there is",
    statements: () => [
      may("lambda:InvokeFunction"),
      may("secretsmanager:RotateSecret", { Condition: { Bool: { "secretsmanager:ModifyRotationRules": "false" } } }),
    ],
    act: rotate({}),
    allowed: true,
  },
  {
    name: "not by the function of a secret that has none",
    statements: () => [
      may("secretsmanager:GetSecretValue", {
        Condition: { Null: { "secretsmanager:resource/AllowRotationLambdaArn": "false" } },
      }),
    ],
    act: read,
    allowed: false,
  },
  {
    name: "not by the region of a secret that is in one region alone",
    statements: () => [
      may("secretsmanager:GetSecretValue", {
        Condition: { StringEquals: { "secretsmanager:SecretPrimaryRegion": "us-east-1" } },
      }),
    ],
    act: read,
    allowed: false,
  },
];

describe("Condition keys of Secrets Manager", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeSecret(root, SecretId);
    key = await aliased("one");
    await aliased("other");
  });
  afterEach(() => emulator.stop());

  async function aliased(name: string): Promise<string> {
    const { arn } = await makeKey(root);
    await root.kms.send(new CreateAliasCommand({ AliasName: `alias/${name}`, TargetKeyId: arn }));
    return arn;
  }

  for (const { name, statements, act, allowed } of policies) {
    it(`let a user in ${name}`, async () => {
      const client = (await createUser(emulator, "Alice", statements(key))).clients.secretsManager;
      if (allowed) await act(client);
      else expect((await refusalOf(act(client))).code).to.equal("AccessDeniedException");
    });
  }
});
