import {
  CreateTableCommand,
  GetItemCommand,
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
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
import { allow, allowDynamoDb, makeKey, makeTable, tableInput, underKey } from "./fixtures.ts";

const TableName = "people";
const arn = "arn:aws:dynamodb:us-east-1:000000000000:table/people";
const key = (id: string) => ({ id: { S: id } });

const actions: readonly { readonly permission: string; readonly action: TransactWriteItem }[] = [
  { permission: "PutItem", action: { Put: { TableName, Item: key("2") } } },
  {
    permission: "UpdateItem",
    action: {
      Update: {
        TableName: arn,
        Key: key("3"),
        UpdateExpression: "SET a = :a",
        ExpressionAttributeValues: { ":a": { S: "x" } },
      },
    },
  },
  { permission: "DeleteItem", action: { Delete: { TableName, Key: key("4") } } },
  {
    permission: "ConditionCheckItem",
    action: { ConditionCheck: { TableName, Key: key("1"), ConditionExpression: "attribute_exists(id)" } },
  },
];

const within = (...operations: string[]): TestStatement => ({
  ...allowDynamoDb,
  Condition: { "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": operations } },
});

describe("Transactions on DynamoDB tables", () => {
  let emulator: Emulator;
  let root: Clients;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeTable(root, TableName);
  });
  afterEach(() => emulator.stop());

  const write = ({ dynamoDb }: Clients, ...TransactItems: TransactWriteItem[]) =>
    dynamoDb.send(new TransactWriteItemsCommand({ TransactItems }));
  const read = ({ dynamoDb }: Clients, ...ids: string[]) =>
    dynamoDb.send(
      new TransactGetItemsCommand({ TransactItems: ids.map((id) => ({ Get: { TableName: arn, Key: key(id) } })) }),
    );

  it("write and read several items, named by table or ARN", async () => {
    await write(root, ...actions.map(({ action }) => action));

    const { Responses } = await read(root, "1", "2", "3", "4");

    expect(Responses).to.deep.equal([
      { Item: key("1") },
      { Item: key("2") },
      { Item: { ...key("3"), a: { S: "x" } } },
      {},
    ]);
  });

  it("tell the client why they were cancelled, with the item that was in the way", async () => {
    const cancelled = await write(
      root,
      { Put: { TableName, Item: key("2") } },
      {
        Put: {
          TableName,
          Item: key("1"),
          ConditionExpression: "attribute_not_exists(id)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        },
      },
    ).catch((error: unknown) => error);

    expect(cancelled).to.be.instanceOf(TransactionCanceledException);
    expect(cancelled).to.deep.include({
      message:
        "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]",
      CancellationReasons: [
        { Code: "None" },
        { Code: "ConditionalCheckFailed", Message: "The conditional request failed", Item: key("1") },
      ],
    });
    expect((await read(root, "2")).Responses).to.deep.equal([{}]);
  });

  it("happen once for each token, for ten minutes of the instance's clock", async () => {
    const increment = () =>
      root.dynamoDb.send(
        new TransactWriteItemsCommand({
          ClientRequestToken: "token",
          TransactItems: [
            {
              Update: {
                TableName,
                Key: key("1"),
                UpdateExpression: "ADD n :one",
                ExpressionAttributeValues: { ":one": { N: "1" } },
              },
            },
          ],
        }),
      );
    const count = async () => (await root.dynamoDb.send(new GetItemCommand({ TableName, Key: key("1") }))).Item?.n;

    await increment();
    await increment();
    expect(await count()).to.deep.equal({ N: "1" });
    emulator.instance.clock.advance(10 * 60 * 1000);
    await increment();
    expect(await count()).to.deep.equal({ N: "2" });
  });

  it("are refused for a table that is not there", async () => {
    const refusal = await refusalOf(write(root, { Put: { TableName: "nowhere", Item: key("1") } }));

    expect(refusal).to.deep.equal({
      code: "ResourceNotFoundException",
      message: "Requested resource not found",
      status: 400,
    });
  });

  describe("are authorised", () => {
    for (const { permission, action } of actions) {
      it(`by ${permission}, which alone is enough and cannot be missed`, async () => {
        const others = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem", "GetItem"].filter(
          (name) => name !== permission,
        );
        const ann = await createUser(emulator, "ann", [allow(`dynamodb:${permission}`)]);
        const bob = await createUser(emulator, "bob", [allow(...others.map((name) => `dynamodb:${name}`))]);

        await write(ann.clients, action);
        expect((await refusalOf(write(bob.clients, action))).message).to.equal(
          `User: ${bob.arn} is not authorized to perform: dynamodb:${permission} on resource: ${arn} because no identity-based policy allows the dynamodb:${permission} action`,
        );
      });
    }

    it("item by item: one that is denied stops all", async () => {
      const ann = await createUser(emulator, "ann", [allow("dynamodb:PutItem")]);

      await refusalOf(write(ann.clients, ...actions.map(({ action }) => action)));

      expect((await read(root, "2")).Responses).to.deep.equal([{}]);
    });

    it("as parts of a transaction, where a policy asks for it", async () => {
      const writer = await createUser(emulator, "writer", [within("TransactWriteItems")]);
      const reader = await createUser(emulator, "reader", [within("TransactGetItems")]);
      const alone = new PutItemCommand({ TableName, Item: key("9") });

      await write(writer.clients, ...actions.map(({ action }) => action));
      await read(reader.clients, "1");

      expect((await refusalOf(writer.clients.dynamoDb.send(alone))).code).to.equal("AccessDeniedException");
      expect((await refusalOf(read(writer.clients, "1"))).code).to.equal("AccessDeniedException");
      expect((await refusalOf(write(reader.clients, ...actions.map(({ action }) => action)))).code).to.equal(
        "AccessDeniedException",
      );
    });

    it("by the key of each table, as for all work with items", async () => {
      const keyArn = await makeKey(root);
      await root.dynamoDb.send(new CreateTableCommand(tableInput("secrets", underKey(keyArn))));
      const ann = await createUser(emulator, "ann", [allowDynamoDb]);
      const bob = await createUser(emulator, "bob", [allowDynamoDb, allow("kms:Decrypt")]);
      const put = { Put: { TableName: "secrets", Item: key("1") } };

      await write(bob.clients, put);
      const refusal = await refusalOf(write(ann.clients, { Put: { TableName, Item: key("2") } }, put));

      expect(refusal.code).to.equal("AccessDeniedException");
      expect(refusal.message).to.match(
        /^KMS key access denied error: .*user\/ann is not authorized to perform: kms:Decrypt/,
      );
      expect((await read(root, "2")).Responses).to.deep.equal([{}]);
    });
  });

  it("are data events, which no trail asks for yet", async () => {
    const before = emulator.instance.audit.eventsOf("000000000000").length;

    await write(root, { Put: { TableName, Item: key("2") } });
    await read(root, "2");

    expect(emulator.instance.audit.eventsOf("000000000000")).to.have.length(before);
  });
});

describe("A condition of DynamoDB that fails", () => {
  it("shows the client the item, where that is asked for", async () => {
    const emulator = await startTestEmulator();
    try {
      const { dynamoDb } = clientsFor(emulator);
      await makeTable(clientsFor(emulator), TableName);

      const failed = await dynamoDb
        .send(
          new PutItemCommand({
            TableName,
            Item: key("1"),
            ConditionExpression: "attribute_not_exists(id)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        )
        .catch((error: unknown) => error);

      expect(failed).to.be.instanceOf(ConditionalCheckFailedException);
      expect(failed).to.deep.include({ message: "The conditional request failed", Item: key("1") });
    } finally {
      await emulator.stop();
    }
  });
});
