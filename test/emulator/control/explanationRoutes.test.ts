import { CreateKeyCommand, EncryptCommand } from "@aws-sdk/client-kms";
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { GetFederationTokenCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import * as z from "zod";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../support/emulator.ts";

const account = "000000000000";
const alice = `arn:aws:iam::${account}:user/Alice`;
const role = `arn:aws:iam::${account}:role/reader`;

const explanation = z.object({
  decision: z.object({ result: z.string(), layer: z.string(), principal: z.string(), resource: z.string() }),
  sentence: z.string(),
  changes: z.array(z.object({ change: z.string(), layer: z.string() })),
});

describe("the explanation routes", () => {
  let emulator: Emulator;
  let root: Clients;
  let keyArn = "";
  let secretArn = "";

  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    keyArn = (await root.kms.send(new CreateKeyCommand())).KeyMetadata?.Arn ?? "";
    secretArn = (await root.secretsManager.send(new CreateSecretCommand({ Name: "s", SecretString: "x" }))).ARN ?? "";
    await root.dynamoDb.send(
      new CreateTableCommand({
        TableName: "table",
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    await root.iam.send(new CreateUserCommand({ UserName: "Alice" }));
    await root.dynamoDb.send(
      new CreateTableCommand({
        TableName: "shared",
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        BillingMode: "PAY_PER_REQUEST",
        ResourcePolicy: JSON.stringify({
          Statement: statement("dynamodb:*", {
            Principal: { AWS: alice },
            Resource: `arn:aws:dynamodb:us-east-1:${account}:table/shared`,
          }),
        }),
      }),
    );
    const trust = { Version: "2012-10-17", Statement: [statement("sts:AssumeRole", { Principal: { AWS: alice } })] };
    const AssumeRolePolicyDocument = JSON.stringify(trust);
    await root.iam.send(new CreateRoleCommand({ RoleName: "reader", AssumeRolePolicyDocument }));
  });
  after(() => emulator.stop());

  function statement(Action: string, more: object): object {
    return { Effect: "Allow", Action, ...more };
  }

  async function ask(path: string, body?: object, token = emulator.controlToken) {
    const answer = await fetch(`${emulator.url}/_keylab/${path}`, {
      method: body ? "POST" : "GET",
      headers: { "x-keylab-token": token, ...(body && { "content-type": "application/json" }) },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: z.unknown().parse(await answer.json()) };
  }

  async function aliceEncrypts(): Promise<string> {
    const { AccessKey } = await root.iam.send(new CreateAccessKeyCommand({ UserName: "Alice" }));
    const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "" } = AccessKey ?? {};
    const { kms } = clientsFor(emulator, { accessKeyId, secretAccessKey });
    const refused: unknown = await kms
      .send(new EncryptCommand({ KeyId: keyArn, Plaintext: Buffer.from("x") }))
      .catch((error: unknown) => error);
    return z.object({ $metadata: z.object({ requestId: z.string() }) }).parse(refused).$metadata.requestId;
  }

  for (const path of ["explanations/last-denial", "explanations/some-request", "explain"]) {
    it(`refuse ${path} to a caller without the token`, async () => {
      expect((await ask(path, path === "explain" ? {} : undefined, "wrong")).status).to.equal(403);
    });
  }

  it("say that nothing has been denied yet, then explain a denial by its request and as the last one", async () => {
    const none = { status: 404, body: { message: "Nothing has been denied yet." } };
    expect(await ask("explanations/last-denial")).to.deep.equal(none);
    const requestId = await aliceEncrypts();
    const last = await ask("explanations/last-denial");
    expect(await ask(`explanations/${requestId}`)).to.deep.equal({ status: 200, body: [last.body] });
    const { decision, changes } = explanation.parse(last.body);
    expect(decision).to.deep.equal({
      result: "ImplicitlyDenied",
      layer: "identity policy",
      principal: alice,
      resource: keyArn,
    });
    expect(changes).to.deep.equal([{ change: "add an Allow", layer: "identity policy" }]);
  });

  it("explain nothing for a request that they do not know", async () => {
    expect(await ask("explanations/unknown")).to.deep.equal({ status: 200, body: [] });
  });

  const hypotheses: { name: string; principal: string; action: string; resource: () => string; decided: string }[] = [
    { name: "a key", principal: alice, action: "kms:Decrypt", resource: () => keyArn, decided: "ImplicitlyDenied" },
    {
      name: "a key, by root",
      principal: `arn:aws:iam::${account}:root`,
      action: "kms:Decrypt",
      resource: () => keyArn,
      decided: "Allowed",
    },
    {
      name: "a secret",
      principal: alice,
      action: "secretsmanager:GetSecretValue",
      resource: () => secretArn,
      decided: "Allowed",
    },
    {
      name: "a table",
      principal: role,
      action: "dynamodb:GetItem",
      resource: () => `arn:aws:dynamodb:us-east-1:${account}:table/table`,
      decided: "ImplicitlyDenied",
    },
    {
      name: "a table whose resource policy names the caller",
      principal: alice,
      action: "dynamodb:GetItem",
      resource: () => `arn:aws:dynamodb:us-east-1:${account}:table/shared`,
      decided: "Allowed",
    },
    {
      name: "an index of it, of which the policy does not speak",
      principal: alice,
      action: "dynamodb:Query",
      resource: () => `arn:aws:dynamodb:us-east-1:${account}:table/shared/index/any`,
      decided: "ImplicitlyDenied",
    },
    {
      name: "a role that trusts the caller",
      principal: alice,
      action: "sts:AssumeRole",
      resource: () => role,
      decided: "Allowed",
    },
    { name: "a user", principal: alice, action: "iam:GetUser", resource: () => alice, decided: "ImplicitlyDenied" },
    {
      name: "no resource",
      principal: alice,
      action: "kms:CreateKey",
      resource: () => "*",
      decided: "ImplicitlyDenied",
    },
  ];
  for (const { name, principal, action, resource, decided } of hypotheses) {
    it(`explain what nobody has asked: ${action} on ${name}`, async () => {
      const Statement = [statement("secretsmanager:*", { Resource: "*" })];
      const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
      await root.iam.send(new PutUserPolicyCommand({ UserName: "Alice", PolicyName: "secrets", PolicyDocument }));
      const { status, body } = await ask("explain", { principal, action, resource: resource() });
      expect(status).to.equal(200);
      expect(explanation.parse(body).decision.result).to.equal(decided);
    });
  }

  it("take condition keys that are given, in any case of letters, instead of a call's own", async () => {
    const Condition = { StringEquals: { "aws:RequestedRegion": "eu-west-1", "kms:EncryptionContext:team": "red" } };
    const PolicyDocument = JSON.stringify({
      Version: "2012-10-17",
      Statement: [statement("kms:Encrypt", { Resource: "*", Condition })],
    });
    await root.iam.send(new PutUserPolicyCommand({ UserName: "Alice", PolicyName: "keys", PolicyDocument }));
    const question = { principal: alice, action: "kms:Encrypt", resource: keyArn };
    const context = { "AWS:requestedRegion": ["eu-west-1"], "kms:EncryptionContext:team": ["red"] };
    const asked = [await ask("explain", question), await ask("explain", { ...question, context })];
    expect(asked.map(({ body }) => explanation.parse(body).decision.result)).to.deep.equal([
      "ImplicitlyDenied",
      "Allowed",
    ]);
  });

  it("explain what a federated user would be answered, by their latest credentials", async () => {
    const principal = `arn:aws:sts::${account}:federated-user/Guest`;
    const question = { principal, action: "kms:Decrypt", resource: keyArn };
    const answerWith = async (action: string) => {
      const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement(action, { Resource: "*" })] });
      await root.sts.send(new GetFederationTokenCommand({ Name: "Guest", Policy }));
      return explanation.parse((await ask("explain", question)).body).decision.result;
    };
    expect(await answerWith("kms:Encrypt")).to.equal("ImplicitlyDenied");
    expect(await answerWith("kms:Decrypt")).to.equal("Allowed");
    expect((await ask("explain", { ...question, principal: `${principal}2` })).status).to.equal(404);
  });

  const refused: { name: string; question: object; status: number; message: string }[] = [
    {
      name: "an unknown principal",
      question: { principal: `${alice}2`, action: "kms:Decrypt", resource: "*" },
      status: 404,
      message: `There is no root user, user, role, session of a role or federated user with the ARN ${alice}2.`,
    },
    {
      name: "an unknown resource",
      question: { principal: alice, action: "kms:Decrypt", resource: "arn:aws:s3:::bucket" },
      status: 404,
      message: "There is no key, secret, table, role, user or policy with the ARN arn:aws:s3:::bucket.",
    },
    {
      name: "root, who may not assume roles",
      question: { principal: `arn:aws:iam::${account}:root`, action: "sts:AssumeRole", resource: role },
      status: 400,
      message: "AccessDenied: Roles may not be assumed by root accounts.",
    },
  ];
  for (const { name, question, status, message } of refused) {
    it(`refuse ${name} with a sentence`, async () => {
      expect(await ask("explain", question)).to.deep.equal({ status, body: { message } });
    });
  }

  it("refuse what is no action", async () => {
    const { status, body } = await ask("explain", { principal: alice, action: "decrypt", resource: "*" });
    expect(status).to.equal(400);
    expect(JSON.stringify(body)).to.include("An action is written as kms:Decrypt.");
  });
});
