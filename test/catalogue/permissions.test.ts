import { CreateKeyCommand, EncryptCommand } from "@aws-sdk/client-kms";
import { CreateTableCommand, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  AttachUserPolicyCommand,
  CreateUserCommand,
  PutUserPermissionsBoundaryCommand,
  CreatePolicyCommand,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import { boundaryPolicy } from "../../catalogue/permissions/boundaryPolicy.ts";
import { recordedActions } from "../../catalogue/permissions/recordedActions.ts";
import { runnerPolicy } from "../../catalogue/permissions/runnerPolicy.ts";
import { readRecord } from "../../catalogue/scenarioRecord.ts";
import { unmetNeeds } from "../../runner/unmetNeeds.ts";
import { scenarios } from "../../scenarios/index.ts";
import { createUser, startTestEmulator, type Emulator, type TestUser } from "../support/emulator.ts";

const accountId = "000000000000";
const ids = Object.keys(recordedActions);
const permissionsBoundary = `arn:aws:iam::${accountId}:policy/keylab-boundary`;
const everything = { ids, accountId, permissionsBoundary };

describe("what scenarios ask of AWS", () => {
  it("is recorded of each that AWS can carry, with what it deploys as it is", () => {
    const aws = { abilities: new Set<never>() };
    const carried = scenarios.filter((scenario) => unmetNeeds(scenario, aws).length === 0).map(({ id }) => id);
    expect(ids, "npm run record:actions").to.deep.equal(carried);
    for (const id of ids) {
      const { resources } = readRecord(id);
      const types = resources.map(({ type }) => type).filter((type) => !/^(keylab|pulumi):/.test(type));
      const counts = types.reduce<Record<string, number>>(
        (all, type) => ({ ...all, [type]: (all[type] ?? 0) + 1 }),
        {},
      );
      expect(recordedActions[id]?.resources, id).to.deep.equal(counts);
    }
  });
});

describe("the runner's policy", () => {
  it("gives of what is others' nothing but to see it", () => {
    const open = runnerPolicy(everything).Statement.filter(({ Sid }) => Sid?.startsWith("Any"));
    const actions = open.flatMap(({ Action }) => Action);
    expect(actions).to.include("kms:ListKeys");
    // What decides the simulation of others is not told, only their names.
    expect(actions.filter((action) => !/^\w+:(Describe|Get|List|Lookup|Simulate)/.test(action))).to.deep.equal([]);
    expect(actions.filter((action) => /GetItem|GetObject$|GetSecretValue/.test(action))).to.deep.equal([]);
  });

  it("lets nobody be made, or be given more, without the boundary", () => {
    const { Statement } = runnerPolicy(everything);
    const giving = /^iam:(Create(User|Role)|(Attach|Put)(User|Role)|Delete\w+PermissionsBoundary)/;
    const free = Statement.filter(({ Condition }) => Condition === undefined).flatMap(({ Action }) => Action);
    expect(free.filter((action) => giving.test(action))).to.deep.equal([]);
    const bounded = Statement.find(({ Sid }) => Sid === "BoundedNamedIam");
    expect(bounded?.Condition).to.deep.equal({
      StringEquals: {
        "iam:PermissionsBoundary": [permissionsBoundary, "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"],
      },
    });
  });

  // IAM User Guide, "IAM and AWS STS quotas": inline policies of a role together, and a managed policy, without white space.
  it("fits into a role for all scenarios at once, and the boundary into a managed policy", () => {
    expect(JSON.stringify(runnerPolicy(everything)).length).to.be.at.most(10_240);
    expect(JSON.stringify(boundaryPolicy(everything)).length).to.be.at.most(6_144);
  });
});

describe("the boundary, of a user with AdministratorAccess", () => {
  let emulator: Emulator;
  let user: TestUser;

  before(async () => {
    emulator = await startTestEmulator();
    user = await createUser(emulator, "student", [{ Effect: "Allow", Action: "*", Resource: "*" }]);
    const administrator = await createUser(emulator, "administrator", [
      { Effect: "Allow", Action: "*", Resource: "*" },
    ]);
    const { iam } = administrator.clients;
    const PolicyDocument = JSON.stringify(boundaryPolicy(everything));
    await iam.send(new CreatePolicyCommand({ PolicyName: "keylab-boundary", PolicyDocument }));
    await iam.send(
      new PutUserPermissionsBoundaryCommand({ UserName: user.name, PermissionsBoundary: permissionsBoundary }),
    );
  });
  after(() => emulator.stop());

  const table = (TableName: string) =>
    new CreateTableCommand({
      TableName,
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    });

  it("leaves the tables of a run, and KMS, to the user's own policies", async () => {
    const { dynamoDb, kms } = user.clients;
    await dynamoDb.send(table("movies-kl0a1b2c000"));
    const { Table } = await dynamoDb.send(new DescribeTableCommand({ TableName: "movies-kl0a1b2c000" }));
    expect(Table?.TableName).to.equal("movies-kl0a1b2c000");
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const { KeyId } = await kms.send(
      new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: new TextEncoder().encode("text") }),
    );
    expect(KeyId).to.equal(KeyMetadata?.Arn);
  });

  for (const { what, action, attempt } of [
    {
      what: "a table of others",
      action: "dynamodb:CreateTable",
      attempt: ({ dynamoDb }: TestUser["clients"]) => dynamoDb.send(table("movies")),
    },
    {
      what: "a user",
      action: "iam:CreateUser",
      attempt: ({ iam }: TestUser["clients"]) => iam.send(new CreateUserCommand({ UserName: "more-kl0a1b2c000" })),
    },
    {
      what: "a policy for somebody else",
      action: "iam:AttachUserPolicy",
      attempt: ({ iam }: TestUser["clients"]) =>
        iam.send(
          new AttachUserPolicyCommand({
            UserName: "administrator",
            PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
          }),
        ),
    },
  ]) {
    it(`takes away ${what}`, async () => {
      const answer = await attempt(user.clients).then(
        () => "allowed",
        (error: unknown) => String(error),
      );
      expect(answer).to.include(`because no permissions boundary allows the ${action} action`);
    });
  }
});
