import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTagsOfResourceCommand,
  PutItemCommand,
  PutResourcePolicyCommand,
  QueryCommand,
  ScanCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateItemCommand,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { DisableKeyCommand, ListGrantsCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { keyPolicy, toAccount } from "../kms/keys.ts";
import { allow, getOne, makeKey, makeTable, policyOf, tableArn, tableInput, underKey } from "./fixtures.ts";

const strangers = "111111111111";
const arn = tableArn("people");
const Key = { id: { S: "1" } };
const item = { id: { S: "2" } };

describe("A table of another account", () => {
  let emulator: Emulator;
  let owner: Clients;
  let stranger: TestUser;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    owner = clientsFor(emulator);
    await makeTable(owner, "people");
    stranger = await createUser(emulator, "Stranger", [allow("dynamodb:*", "kms:*")], strangers);
  });
  afterEach(() => emulator.stop());

  const share = (Action = "dynamodb:*", { arn: AWS } = stranger) =>
    owner.dynamoDb.send(
      new PutResourcePolicyCommand({
        ResourceArn: arn,
        Policy: policyOf({ Principal: { AWS }, Action }),
      }),
    );
  const read = () => stranger.clients.dynamoDb.send(getOne(arn));

  const allowed: { action: string; call: (clients: Clients) => Promise<unknown> }[] = [
    { action: "GetItem", call: ({ dynamoDb }) => dynamoDb.send(getOne(arn)) },
    { action: "PutItem", call: ({ dynamoDb }) => dynamoDb.send(new PutItemCommand({ TableName: arn, Item: item })) },
    { action: "UpdateItem", call: ({ dynamoDb }) => dynamoDb.send(new UpdateItemCommand({ TableName: arn, Key })) },
    { action: "DeleteItem", call: ({ dynamoDb }) => dynamoDb.send(new DeleteItemCommand({ TableName: arn, Key })) },
    { action: "Scan", call: ({ dynamoDb }) => dynamoDb.send(new ScanCommand({ TableName: arn })) },
    {
      action: "Query",
      call: ({ dynamoDb }) =>
        dynamoDb.send(
          new QueryCommand({
            TableName: arn,
            KeyConditionExpression: "id = :id",
            ExpressionAttributeValues: { ":id": { S: "1" } },
          }),
        ),
    },
    {
      action: "BatchGetItem",
      call: ({ dynamoDb }) => dynamoDb.send(new BatchGetItemCommand({ RequestItems: { [arn]: { Keys: [Key] } } })),
    },
    {
      action: "BatchWriteItem",
      call: ({ dynamoDb }) =>
        dynamoDb.send(new BatchWriteItemCommand({ RequestItems: { [arn]: [{ PutRequest: { Item: item } }] } })),
    },
    { action: "DescribeTable", call: ({ dynamoDb }) => dynamoDb.send(new DescribeTableCommand({ TableName: arn })) },
    {
      action: "UpdateTable",
      call: ({ dynamoDb }) =>
        dynamoDb.send(new UpdateTableCommand({ TableName: arn, DeletionProtectionEnabled: false })),
    },
    {
      action: "TagResource",
      call: ({ dynamoDb }) =>
        dynamoDb.send(new TagResourceCommand({ ResourceArn: arn, Tags: [{ Key: "team", Value: "red" }] })),
    },
    {
      action: "UntagResource",
      call: ({ dynamoDb }) => dynamoDb.send(new UntagResourceCommand({ ResourceArn: arn, TagKeys: ["team"] })),
    },
    {
      action: "ListTagsOfResource",
      call: ({ dynamoDb }) => dynamoDb.send(new ListTagsOfResourceCommand({ ResourceArn: arn })),
    },
    { action: "DeleteTable", call: ({ dynamoDb }) => dynamoDb.send(new DeleteTableCommand({ TableName: arn })) },
  ];
  for (const { action: name, call } of allowed) {
    it(`can be used where the policies of both sides allow it: ${name}`, async () => {
      const action = `dynamodb:${name}`;
      const refused = `User: ${stranger.arn} is not authorized to perform: ${action} on resource: ${arn} because no`;
      expect((await refusalOf(call(stranger.clients))).message).to.equal(
        `${refused} resource-based policy allows the ${action} action`,
      );
      const mute = await createUser(emulator, "Mute", [], strangers);
      await share(action, mute);
      expect((await refusalOf(call(mute.clients))).message).to.equal(
        `${refused.replace(stranger.arn, mute.arn)} identity-based policy allows the ${action} action`,
      );
      await share(action);
      await call(stranger.clients);
    });
  }

  const kept: { action: string; call: (clients: Clients) => Promise<unknown> }[] = [
    {
      action: "DescribeTimeToLive",
      call: ({ dynamoDb }) => dynamoDb.send(new DescribeTimeToLiveCommand({ TableName: arn })),
    },
    {
      action: "DescribeContinuousBackups",
      call: ({ dynamoDb }) => dynamoDb.send(new DescribeContinuousBackupsCommand({ TableName: arn })),
    },
    {
      action: "CreateTable",
      call: ({ dynamoDb }) => dynamoDb.send(new CreateTableCommand(tableInput(tableArn("others")))),
    },
  ];
  for (const { action, call } of kept) {
    it(`is closed to what AWS keeps within the account, whatever its policy says: ${action}`, async () => {
      await share();
      expect((await refusalOf(call(stranger.clients))).message).to.match(
        new RegExp(`dynamodb:${action} on resource: \\S+ because no resource-based policy allows`),
      );
    });
  }

  it("is itself, and not the caller's own of the same name", async () => {
    const theirs = clientsFor(emulator, rootOf(strangers));
    await theirs.dynamoDb.send(new CreateTableCommand(tableInput("people")));
    await share();
    const { dynamoDb } = stranger.clients;

    expect((await read()).Item).to.deep.equal(Key);
    expect((await dynamoDb.send(getOne("people"))).Item).to.equal(undefined);
    await dynamoDb.send(new DeleteTableCommand({ TableName: arn }));
    expect((await refusalOf(owner.dynamoDb.send(getOne("people")))).code).to.equal("ResourceNotFoundException");
    await dynamoDb.send(getOne("people"));
  });

  it("is not told from one that is not there", async () => {
    const call = stranger.clients.dynamoDb.send(getOne(tableArn("nothing")));
    expect((await refusalOf(call)).message).to.match(/because no resource-based policy allows the dynamodb:GetItem/);
  });

  it("is not carried in one batch with the caller's own", async () => {
    await share();
    await makeTable(clientsFor(emulator, rootOf(strangers)), "own");
    const RequestItems = { [arn]: { Keys: [Key] }, own: { Keys: [Key] } };
    const refusal = await refusalOf(stranger.clients.dynamoDb.send(new BatchGetItemCommand({ RequestItems })));
    expect(refusal).to.deep.equal({
      code: "ValidationException",
      message:
        "The embedded AWS does not carry requests for tables of several accounts yet: make a request for each account.",
      status: 400,
    });
  });

  describe("under a KMS key", () => {
    let key: string;
    beforeEach(async () => {
      key = await makeKey(owner);
      await owner.dynamoDb.send(new UpdateTableCommand({ TableName: "people", ...underKey(key) }));
      await share();
    });

    const setPolicy = (...statements: object[]) =>
      owner.kms.send(new PutKeyPolicyCommand({ KeyId: key, Policy: keyPolicy(toAccount(), ...statements) }));

    it("needs the key's policy to let the caller's account in, and the caller's own policies", async () => {
      expect((await refusalOf(read())).message).to.match(
        /^KMS key access denied error: .*User: arn:aws:iam::111111111111:user\/Stranger is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext/,
      );
      await setPolicy(toAccount(strangers));
      expect((await read()).Item).to.deep.equal(Key);
    });

    const conditions: { name: string; condition: object; isMet: boolean }[] = [
      { name: "the caller's account", condition: { "kms:CallerAccount": strangers }, isMet: true },
      { name: "the owner's account", condition: { "kms:CallerAccount": "000000000000" }, isMet: false },
      {
        name: "a call through DynamoDB",
        condition: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" },
        isMet: true,
      },
      { name: "a call through S3", condition: { "kms:ViaService": "s3.us-east-1.amazonaws.com" }, isMet: false },
      {
        name: "the owner in the encryption context",
        condition: { "kms:EncryptionContext:aws:dynamodb:subscriberId": "000000000000" },
        isMet: true,
      },
    ];
    for (const { name, condition, isMet } of conditions) {
      it(`asks KMS as the caller: a condition on ${name} is ${isMet ? "met" : "not met"}`, async () => {
        await setPolicy({ ...toAccount(strangers), Condition: { StringEquals: condition } });
        const answer = isMet ? (await read()).Item : (await refusalOf(read())).code;
        expect(answer).to.deep.equal(isMet ? Key : "AccessDeniedException");
      });
    }

    it("names the key to the other account when it is disabled", async () => {
      await setPolicy(toAccount(strangers));
      await owner.kms.send(new DisableKeyCommand({ KeyId: key }));
      expect((await refusalOf(read())).message).to.match(/^KMS key disabled error: .*: arn:aws:kms:\S+ is disabled\./);
    });

    it("is encrypted anew by the other account in the name of its owner", async () => {
      await setPolicy(toAccount(strangers));
      const another = await makeKey(owner);
      await owner.kms.send(
        new PutKeyPolicyCommand({ KeyId: another, Policy: keyPolicy(toAccount(), toAccount(strangers)) }),
      );
      await stranger.clients.dynamoDb.send(new UpdateTableCommand({ TableName: arn, ...underKey(another) }));
      const { Grants = [] } = await owner.kms.send(new ListGrantsCommand({ KeyId: another }));
      expect(Grants.map(({ Constraints }) => Constraints?.EncryptionContextSubset)).to.deep.equal(
        Array(2).fill({ "aws:dynamodb:tableName": "people", "aws:dynamodb:subscriberId": "000000000000" }),
      );
      expect((await owner.dynamoDb.send(getOne("people"))).Item).to.deep.equal(Key);
    });

    it("that AWS manages, is closed to other accounts", async () => {
      const SSESpecification = { Enabled: true, SSEType: "KMS" as const };
      await owner.dynamoDb.send(new UpdateTableCommand({ TableName: "people", SSESpecification }));
      expect((await refusalOf(read())).message).to.match(/^KMS key access denied error/);
    });
  });
});
