import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Emulator,
  type TestStatement,
} from "../../../support/emulator.ts";
import { makeSecret } from "./secrets.ts";

type Act = (client: SecretsManagerClient) => Promise<unknown>;

const SecretId = "old";
const Tags = [{ Key: "team", Value: "red" }];
const arnOf = (name: string) => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`;
const may = (Action: string | string[], more: Partial<TestStatement> = {}): TestStatement => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  ...more,
});
const read: Act = (client) => client.send(new GetSecretValueCommand({ SecretId }));
const create =
  (tags = Tags): Act =>
  (client) =>
    client.send(new CreateSecretCommand({ Name: "new", Tags: tags }));

const policies: { name: string; statements: TestStatement[]; act: Act; allowed: boolean }[] = [
  {
    name: "by its ARN with any six characters",
    statements: [may("secretsmanager:GetSecretValue", { Resource: arnOf("old-??????") })],
    act: read,
    allowed: true,
  },
  {
    name: "not by its ARN without the six characters",
    statements: [may("secretsmanager:GetSecretValue", { Resource: arnOf("old") })],
    act: read,
    allowed: false,
  },
  {
    name: "not by another's ARN",
    statements: [may("secretsmanager:GetSecretValue", { Resource: arnOf("other-*") })],
    act: read,
    allowed: false,
  },
  {
    name: "to create under a name",
    statements: [may("secretsmanager:CreateSecret", { Resource: arnOf("new-??????") })],
    act: create([]),
    allowed: true,
  },
  {
    name: "not to create under another name",
    statements: [may("secretsmanager:CreateSecret", { Resource: arnOf("prod/*") })],
    act: create([]),
    allowed: false,
  },
  {
    name: "to create with tags",
    statements: [may(["secretsmanager:CreateSecret", "secretsmanager:TagResource"])],
    act: create(),
    allowed: true,
  },
  {
    name: "not to create with tags without secretsmanager:TagResource",
    statements: [may("secretsmanager:CreateSecret")],
    act: create(),
    allowed: false,
  },
  {
    name: "to create with these tags",
    statements: [
      may(["secretsmanager:CreateSecret", "secretsmanager:TagResource"], {
        Condition: { StringEquals: { "aws:RequestTag/team": "red" } },
      }),
    ],
    act: create(),
    allowed: true,
  },
  {
    name: "not to create with other tags",
    statements: [
      may(["secretsmanager:CreateSecret", "secretsmanager:TagResource"], {
        Condition: { StringEquals: { "aws:RequestTag/team": "blue" } },
      }),
    ],
    act: create(),
    allowed: false,
  },
  {
    name: "by the secret's tag",
    statements: [
      may("secretsmanager:GetSecretValue", {
        Condition: { StringEquals: { "secretsmanager:ResourceTag/team": "red" } },
      }),
    ],
    act: read,
    allowed: true,
  },
  {
    name: "not by a tag that the secret does not have",
    statements: [
      may("secretsmanager:GetSecretValue", { Condition: { StringEquals: { "aws:ResourceTag/team": "blue" } } }),
    ],
    act: read,
    allowed: false,
  },
  {
    name: "to read one stage",
    statements: [
      may("secretsmanager:GetSecretValue", {
        Condition: { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } },
      }),
    ],
    act: (client) => client.send(new GetSecretValueCommand({ SecretId, VersionStage: "AWSCURRENT" })),
    allowed: true,
  },
  {
    name: "not to read without naming the stage",
    statements: [
      may("secretsmanager:GetSecretValue", {
        Condition: { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } },
      }),
    ],
    act: read,
    allowed: false,
  },
  {
    name: "not to delete without recovery",
    statements: [
      may("secretsmanager:*"),
      {
        Effect: "Deny",
        Action: "secretsmanager:DeleteSecret",
        Resource: "*",
        Condition: { Bool: { "secretsmanager:ForceDeleteWithoutRecovery": "true" } },
      },
    ],
    act: (client) => client.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true })),
    allowed: false,
  },
];

describe("Policies about secrets", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    await makeSecret(clientsFor(emulator), SecretId, { SecretString: "opened", Tags });
  });
  afterEach(() => emulator.stop());

  for (const { name, statements, act, allowed } of policies) {
    it(`let a user in ${name}`, async () => {
      const client = (await createUser(emulator, "Alice", statements)).clients.secretsManager;
      if (allowed) await act(client);
      else expect((await refusalOf(act(client))).code).to.equal("AccessDeniedException");
    });
  }
});
