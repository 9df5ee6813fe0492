import {
  BatchGetSecretValueCommand,
  DeleteSecretCommand,
  type BatchGetSecretValueCommandInput,
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
import { makeSecret, type TestSecret } from "./secrets.ts";

const may = (Action: string, Resource = "*"): TestStatement => ({ Effect: "Allow", Action, Resource });
const batch = may("secretsmanager:BatchGetSecretValue");
const read = "secretsmanager:GetSecretValue";

describe("BatchGetSecretValue", () => {
  let emulator: Emulator;
  let root: Clients;
  let first: TestSecret;
  let second: TestSecret;
  let third: TestSecret;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    first = await makeSecret(root, "app/first", { SecretString: "one" });
    second = await makeSecret(root, "app/second", { SecretBinary: Buffer.from("two") });
    const KmsKeyId = (await makeKey(root)).arn;
    third = await makeSecret(root, "app/third", { SecretString: "three", KmsKeyId });
  });
  afterEach(() => emulator.stop());

  const ask = async (input: BatchGetSecretValueCommandInput, { secretsManager }: Clients = root) => {
    const answer = await secretsManager.send(new BatchGetSecretValueCommand(input));
    return {
      values: answer.SecretValues?.map(({ Name, SecretString, SecretBinary }) => [
        Name,
        SecretString ?? Buffer.from(SecretBinary ?? []).toString(),
      ]),
      errors: answer.Errors,
      next: answer.NextToken,
    };
  };
  const all = [
    ["app/first", "one"],
    ["app/second", "two"],
    ["app/third", "three"],
  ];

  it("reads the secrets of a list, by name or ARN, in its order", async () => {
    const { values, errors, next } = await ask({ SecretIdList: [third.name, first.arn, second.name] });
    expect(values).to.deep.equal([all[2], all[0], all[1]]);
    expect(errors).to.deep.equal([]);
    expect(next).to.equal(undefined);
  });

  it("tells of each secret what GetSecretValue tells", async () => {
    const { SecretValues } = await root.secretsManager.send(
      new BatchGetSecretValueCommand({ SecretIdList: [first.arn] }),
    );
    expect(SecretValues).to.have.lengthOf(1);
    expect(SecretValues?.[0]).to.deep.include({
      ARN: first.arn,
      Name: "app/first",
      VersionId: first.versionId,
      VersionStages: ["AWSCURRENT"],
    });
    expect(SecretValues?.[0]?.CreatedDate).to.be.instanceOf(Date);
  });

  it("reads what filters find, in pages, without what is planned for deletion", async () => {
    await makeSecret(root, "other");
    await root.secretsManager.send(new DeleteSecretCommand({ SecretId: second.name }));
    const Filters: BatchGetSecretValueCommandInput["Filters"] = [{ Key: "name", Values: ["app/"] }];
    expect((await ask({ Filters })).values).to.deep.equal([all[0], all[2]]);
    const page = await ask({ Filters, MaxResults: 1 });
    expect(page.values).to.deep.equal([all[0]]);
    const rest = await ask({ Filters, MaxResults: 1, NextToken: page.next });
    expect(rest).to.deep.include({ values: [all[2]], next: undefined });
  });

  it("reads 20 secrets at a time", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => makeSecret(root, `many/${index}`)));
    const { values, next } = await ask({ Filters: [{ Key: "name", Values: ["many/", "other"] }] });
    expect(values).to.have.lengthOf(20);
    expect(next).to.equal(undefined);
    await makeSecret(root, "other");
    expect((await ask({ Filters: [{ Key: "name", Values: ["many/", "other"] }] })).next).to.be.a("string");
  });

  it("tells what hinders a secret beside the values of the others", async () => {
    await root.secretsManager.send(new DeleteSecretCommand({ SecretId: second.name }));
    const { values, errors } = await ask({ SecretIdList: ["nothing", first.name, second.name] });
    expect(values).to.deep.equal([all[0]]);
    expect(errors).to.deep.equal([
      {
        SecretId: "nothing",
        ErrorCode: "ResourceNotFoundException",
        Message: "Secrets Manager can't find the specified secret.",
      },
      {
        SecretId: "app/second",
        ErrorCode: "InvalidRequestException",
        Message: "You can't perform this operation on the secret because it was marked for deletion.",
      },
    ]);
  });

  it("needs secretsmanager:GetSecretValue for each secret, and its key", async () => {
    const alice = await createUser(emulator, "Alice", [batch, may(read, first.arn), may(read, third.arn)]);
    const { values, errors } = await ask({ SecretIdList: [first.name, second.name, third.name] }, alice.clients);
    expect(values).to.deep.equal([all[0]]);
    expect(errors).to.deep.equal([
      {
        SecretId: "app/second",
        ErrorCode: "AccessDeniedException",
        Message: `User: ${alice.arn} is not authorized to perform: ${read} on resource: ${second.arn} because no identity-based policy allows the ${read} action`,
      },
      { SecretId: "app/third", ErrorCode: "AccessDeniedException", Message: "Access to KMS is not allowed" },
    ]);
    const ada = await createUser(emulator, "Ada", [batch, may(read), may("kms:Decrypt")]);
    expect((await ask({ SecretIdList: [first.name, second.name, third.name] }, ada.clients)).values).to.deep.equal(all);
  });

  it("needs secretsmanager:ListSecrets for filters", async () => {
    const Filters: BatchGetSecretValueCommandInput["Filters"] = [{ Key: "name", Values: ["app/first"] }];
    const alice = await createUser(emulator, "Alice", [batch, may(read)]);
    expect((await refusalOf(ask({ Filters }, alice.clients))).message).to.contain("secretsmanager:ListSecrets");
    const bob = await createUser(emulator, "Bob", [batch, may(read), may("secretsmanager:ListSecrets")]);
    expect((await ask({ Filters }, bob.clients)).values).to.deep.equal([all[0]]);
  });

  it("reads nothing where the policy of a VPC endpoint denies one of the secrets", async () => {
    const policy = JSON.stringify({
      Statement: [
        { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" },
        { Effect: "Deny", Principal: "*", Action: read, Resource: "arn:aws:secretsmanager:*:*:secret:private-*" },
      ],
    });
    const behindEndpoint = await startTestEmulator({ vpcEndpoint: { id: "vpce-1", vpc: "vpc-1", policy } });
    try {
      const clients = clientsFor(behindEndpoint);
      await makeSecret(clients, "open");
      const { arn } = await makeSecret(clients, "private");
      expect((await ask({ SecretIdList: ["open"] }, clients)).values).to.deep.equal([["open", "opened"]]);
      expect(await refusalOf(ask({ SecretIdList: ["open", "private"] }, clients))).to.deep.equal({
        code: "AccessDeniedException",
        message: `User: arn:aws:iam::000000000000:root is not authorized to perform: ${read} on resource: ${arn} with an explicit deny in a VPC endpoint policy`,
        status: 400,
      });
    } finally {
      await behindEndpoint.stop();
    }
  });

  it("reads for the caller: no service stands between", async () => {
    const direct = { ...may(read), Condition: { Bool: { "aws:ViaAWSService": "false" } } };
    const alice = await createUser(emulator, "Alice", [batch, direct]);
    expect((await ask({ SecretIdList: [first.name] }, alice.clients)).values).to.deep.equal([all[0]]);
  });

  it("leaves an event of each secret, and no value anywhere", async () => {
    const before = emulator.instance.audit.eventsOf("000000000000").length;
    const command = new BatchGetSecretValueCommand({ SecretIdList: [first.name, second.name, "nothing"] });
    const { $metadata } = await root.secretsManager.send(command);
    const events = emulator.instance.audit.eventsOf("000000000000").slice(before);
    expect(
      events
        .filter(({ eventSource }) => eventSource === "secretsmanager.amazonaws.com")
        .map(({ eventName, errorCode }) => [eventName, errorCode]),
    ).to.deep.equal([
      ["GetSecretValue", undefined],
      ["GetSecretValue", undefined],
      ["GetSecretValue", "ResourceNotFoundException"],
      ["BatchGetSecretValue", undefined],
    ]);
    const explained = emulator.instance.decisions.explanationsOf($metadata.requestId ?? "");
    expect(explained.map(({ decision }) => decision.action))
      .to.include("kms:Decrypt")
      .and.to.include(read);
    expect(JSON.stringify([events, explained])).not.to.match(/"one"|dHdv|"two"/);
  });

  const refused: { name: string; input: BatchGetSecretValueCommandInput; message: string }[] = [
    {
      name: "neither a list nor filters",
      input: {},
      message: "Either 'SecretIdList' or 'Filters' must be provided, but not both.",
    },
    {
      name: "a list and filters",
      input: { SecretIdList: ["a"], Filters: [{ Key: "name", Values: ["a"] }] },
      message: "Either 'SecretIdList' or 'Filters' must be provided, but not both.",
    },
    {
      name: "a list in pages",
      input: { SecretIdList: ["a"], MaxResults: 1 },
      message: "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.",
    },
  ];
  for (const { name, input, message } of refused) {
    it(`refuses ${name}`, async () =>
      expect(await refusalOf(ask(input))).to.deep.equal({ code: "InvalidParameterException", message, status: 400 }));
  }
});
