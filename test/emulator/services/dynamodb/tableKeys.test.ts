import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBServiceException,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { DisableKeyCommand, ListGrantsCommand, RevokeGrantCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { CloudTrailEvent } from "../../../../emulator/audit/cloudTrailEvent.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { allow, allowDynamoDb, getOne, makeKey, makeTable, underKey } from "./fixtures.ts";

const accountId = "000000000000";
const minute = 60 * 1000;
const TableName = "people";
const Key = { id: { S: "1" } };
const context = { "aws:dynamodb:tableName": TableName, "aws:dynamodb:subscriberId": accountId };

const dataOperations: readonly { readonly name: string; readonly call: (clients: Clients) => Promise<unknown> }[] = [
  { name: "GetItem", call: ({ dynamoDb }) => dynamoDb.send(getOne(TableName)) },
  { name: "PutItem", call: ({ dynamoDb }) => dynamoDb.send(new PutItemCommand({ TableName, Item: Key })) },
  { name: "UpdateItem", call: ({ dynamoDb }) => dynamoDb.send(new UpdateItemCommand({ TableName, Key })) },
  { name: "DeleteItem", call: ({ dynamoDb }) => dynamoDb.send(new DeleteItemCommand({ TableName, Key })) },
  {
    name: "Query",
    call: ({ dynamoDb }) =>
      dynamoDb.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "id = :id",
          ExpressionAttributeValues: { ":id": Key.id },
        }),
      ),
  },
  { name: "Scan", call: ({ dynamoDb }) => dynamoDb.send(new ScanCommand({ TableName })) },
  {
    name: "BatchGetItem",
    call: ({ dynamoDb }) => dynamoDb.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [Key] } } })),
  },
  {
    name: "BatchWriteItem",
    call: ({ dynamoDb }) =>
      dynamoDb.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ DeleteRequest: { Key } }] } })),
  },
];

describe("Table keys of DynamoDB", () => {
  let emulator: Emulator;
  let admin: Clients;
  let key: string;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    admin = clientsFor(emulator);
    key = await makeKey(admin);
    await makeTable(admin, TableName, underKey(key));
  });
  afterEach(() => emulator.stop());

  const advance = (milliseconds: number) => emulator.instance.clock.advance(milliseconds);
  const kmsEvents = (name: string): CloudTrailEvent[] =>
    emulator.instance.audit
      .eventsOf(accountId)
      .filter(({ eventSource, eventName }) => eventSource === "kms.amazonaws.com" && eventName === name);
  const denied = (user: TestUser) =>
    `KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: User: ${user.arn} is not authorized to perform: kms:Decrypt on resource: ${key} because no identity-based policy allows the kms:Decrypt action (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Request ID: <id>; Proxy: null)`;

  for (const { name, call } of dataOperations) {
    it(`are what ${name} needs of its caller, not a permission on the table alone`, async () => {
      const outsider = await createUser(emulator, "outsider", [allowDynamoDb]);
      const keyUser = await createUser(emulator, "key-user", [allowDynamoDb, allow("kms:Decrypt")]);

      const refusal = await refusalOf(call(outsider.clients));
      await call(keyUser.clients);

      expect(refusal.code).to.equal("AccessDeniedException");
      expect(refusal.status).to.equal(400);
      expect(refusal.message.replace(/Request ID: [0-9a-f-]{36}/, "Request ID: <id>")).to.equal(denied(outsider));
    });
  }

  it("are not needed to describe and list tables, or to read a table under the key that DynamoDB owns", async () => {
    const { clients } = await createUser(emulator, "outsider", [allowDynamoDb]);
    await makeTable(admin, "plain");
    const before = kmsEvents("Decrypt").length;

    await clients.dynamoDb.send(new DescribeTableCommand({ TableName }));
    await clients.dynamoDb.send(new ListTablesCommand({}));
    const { Item } = await clients.dynamoDb.send(getOne("plain"));

    expect(Item).to.deep.equal(Key);
    expect(kmsEvents("Decrypt")).to.have.length(before);
  });

  it("are not asked for where DynamoDB itself denies", async () => {
    const user = await createUser(emulator, "stranger", [allow("kms:Decrypt")]);
    const before = kmsEvents("Decrypt").length;

    const refusal = await refusalOf(user.clients.dynamoDb.send(getOne(TableName)));

    expect(refusal).to.deep.equal({
      code: "AccessDeniedException",
      message: `User: ${user.arn} is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/people because no identity-based policy allows the dynamodb:GetItem action`,
      status: 400,
    });
    expect(kmsEvents("Decrypt")).to.have.length(before);
  });

  it("are made with two grants as the caller and a data key as DynamoDB", async () => {
    const { Grants } = await admin.kms.send(new ListGrantsCommand({ KeyId: key }));
    const created = kmsEvents("CreateGrant");
    const [generated] = kmsEvents("GenerateDataKey");

    expect(Grants).to.have.length(2);
    for (const grant of Grants ?? []) {
      expect(grant).to.deep.include({
        KeyId: key,
        GranteePrincipal: "dynamodb.us-east-1.amazonaws.com",
        RetiringPrincipal: "dynamodb.us-east-1.amazonaws.com",
        IssuingAccount: `arn:aws:iam::${accountId}:root`,
        Operations: [
          "DescribeKey",
          "GenerateDataKey",
          "Decrypt",
          "Encrypt",
          "ReEncryptFrom",
          "ReEncryptTo",
          "RetireGrant",
        ],
        Constraints: { EncryptionContextSubset: context },
      });
    }
    expect(created.map(({ userIdentity }) => userIdentity.invokedBy)).to.deep.equal([
      "dynamodb.amazonaws.com",
      "dynamodb.amazonaws.com",
    ]);
    expect(generated?.userIdentity).to.deep.equal({ type: "AWSService", invokedBy: "dynamodb.amazonaws.com" });
    expect(generated?.requestParameters).to.deep.include({
      keyId: key,
      keySpec: "AES_256",
      encryptionContext: context,
    });
  });

  it("leave a decision of each service under the request's id", async () => {
    const user = await createUser(emulator, "outsider", [allowDynamoDb]);
    const error: unknown = await user.clients.dynamoDb.send(getOne(TableName)).catch((refusal: unknown) => refusal);
    if (!(error instanceof DynamoDBServiceException)) throw new Error("The call should have been refused.");

    const decisions = emulator.instance.decisions.of(error.$metadata.requestId ?? "");

    expect(decisions.map(({ action, result, layer }) => ({ action, result, layer }))).to.deep.equal([
      { action: "dynamodb:GetItem", result: "Allowed", layer: "identity policy" },
      { action: "kms:Decrypt", result: "ImplicitlyDenied", layer: "identity policy" },
    ]);
  });

  it("are decrypted for the caller by way of DynamoDB, with the table and the account as context", async () => {
    const user = await createUser(emulator, "outsider", [allowDynamoDb]);
    await refusalOf(user.clients.dynamoDb.send(getOne(TableName)));

    const [allowed, refused] = kmsEvents("Decrypt");

    expect(allowed?.userIdentity).to.include({ type: "Root", invokedBy: "dynamodb.amazonaws.com" });
    expect(allowed?.sourceIPAddress).to.equal("dynamodb.amazonaws.com");
    expect(allowed?.requestParameters).to.deep.equal({
      encryptionAlgorithm: "SYMMETRIC_DEFAULT",
      encryptionContext: context,
    });
    expect(refused).to.include({ errorCode: "AccessDenied", requestParameters: null });
    expect(refused?.userIdentity).to.include({ type: "IAMUser", userName: "outsider" });
  });

  it("open with conditions on the service, the account and the encryption context", async () => {
    const condition = {
      StringEquals: {
        "kms:ViaService": "dynamodb.us-east-1.amazonaws.com",
        "kms:CallerAccount": accountId,
        "kms:EncryptionContext:aws:dynamodb:tableName": TableName,
      },
    };
    const user = await createUser(emulator, "ann", [allowDynamoDb, { ...allow("kms:Decrypt"), Condition: condition }]);
    await makeTable(admin, "others", underKey(key));

    const { Item } = await user.clients.dynamoDb.send(getOne(TableName));
    const refusal = await refusalOf(user.clients.dynamoDb.send(getOne("others")));

    expect(Item).to.deep.equal(Key);
    expect(refusal.message).to.match(/kms:Decrypt/);
  });

  it("do without the grants: those are for DynamoDB itself", async () => {
    const { Grants = [] } = await admin.kms.send(new ListGrantsCommand({ KeyId: key }));
    for (const { GrantId } of Grants) await admin.kms.send(new RevokeGrantCommand({ KeyId: key, GrantId }));
    advance(5 * minute);

    expect((await admin.dynamoDb.send(getOne(TableName))).Item).to.deep.equal(Key);
    await admin.dynamoDb.send(new DeleteTableCommand({ TableName }));
  });

  it("give their grants back when the table is deleted, whatever the state of the key", async () => {
    await admin.kms.send(new DisableKeyCommand({ KeyId: key }));

    await admin.dynamoDb.send(new DeleteTableCommand({ TableName }));

    expect((await admin.kms.send(new ListGrantsCommand({ KeyId: key }))).Grants).to.deep.equal([]);
    expect(kmsEvents("RetireGrant").map(({ userIdentity }) => userIdentity)).to.deep.equal([
      { type: "AWSService", invokedBy: "dynamodb.amazonaws.com" },
      { type: "AWSService", invokedBy: "dynamodb.amazonaws.com" },
    ]);
  });

  it("open to everybody who may use DynamoDB where they are under the AWS managed key", async () => {
    const user = await createUser(emulator, "ann", [allowDynamoDb]);
    await makeTable(user.clients, "managed", { SSESpecification: { Enabled: true } });

    expect((await user.clients.dynamoDb.send(getOne("managed"))).Item).to.deep.equal(Key);
    await user.clients.dynamoDb.send(new DeleteTableCommand({ TableName: "managed" }));
  });
});
