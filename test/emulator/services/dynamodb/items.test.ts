import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
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
import { allow, getOne, makeTable, tableInput } from "./fixtures.ts";

const arn = "arn:aws:dynamodb:us-east-1:000000000000:table/people";
const Key = { id: { S: "1" } };
const TableName = "people";

const allowOn = (Resource: string, ...Action: string[]): TestStatement => ({ Effect: "Allow", Action, Resource });

describe("Items of DynamoDB tables", () => {
  let emulator: Emulator;
  let clients: Clients;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
    await makeTable(clients, TableName);
  });
  afterEach(() => emulator.stop());

  it("travel unchanged, bytes included", async () => {
    const Item = {
      id: { S: "2" },
      bytes: { B: Uint8Array.from([0, 127, 255]) },
      more: { BS: [Uint8Array.from([1]), Uint8Array.from([2])] },
      tree: { M: { list: { L: [{ N: "-1.5" }, { NULL: true as const }, { BOOL: false }] } } },
    };

    await clients.dynamoDb.send(new PutItemCommand({ TableName, Item }));
    const { Items, Count, ScannedCount } = await clients.dynamoDb.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "id = :id",
        ExpressionAttributeValues: { ":id": { S: "2" } },
      }),
    );

    expect(Items).to.deep.equal([Item]);
    expect({ Count, ScannedCount }).to.deep.equal({ Count: 1, ScannedCount: 1 });
  });

  it("are changed, deleted and handled in batches, with the capacity that it took", async () => {
    const { Attributes, ConsumedCapacity } = await clients.dynamoDb.send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: "SET #n = :n",
        ExpressionAttributeNames: { "#n": "name" },
        ExpressionAttributeValues: { ":n": { S: "Ann" } },
        ReturnValues: "ALL_NEW",
        ReturnConsumedCapacity: "TOTAL",
      }),
    );
    await clients.dynamoDb.send(new DeleteItemCommand({ TableName, Key }));
    const written = await clients.dynamoDb.send(
      new BatchWriteItemCommand({ RequestItems: { [arn]: [{ PutRequest: { Item: { id: { S: "3" } } } }] } }),
    );
    const { Responses, UnprocessedKeys } = await clients.dynamoDb.send(
      new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [Key, { id: { S: "3" } }] } } }),
    );

    expect(Attributes).to.deep.equal({ id: { S: "1" }, name: { S: "Ann" } });
    expect(ConsumedCapacity).to.deep.equal({ TableName, CapacityUnits: 1 });
    expect(written.UnprocessedItems).to.deep.equal({});
    expect(Responses).to.deep.equal({ [TableName]: [{ id: { S: "3" } }] });
    expect(UnprocessedKeys).to.deep.equal({});
  });

  it("are data events, which no trail asks for yet", async () => {
    const before = emulator.instance.audit.eventsOf("000000000000").length;

    await clients.dynamoDb.send(getOne(TableName));

    expect(emulator.instance.audit.eventsOf("000000000000")).to.have.length(before);
  });

  const refusals: readonly {
    readonly title: string;
    readonly call: (clients: Clients) => Promise<unknown>;
    readonly code?: string;
    readonly message: string;
  }[] = [
    {
      title: "a condition that does not hold",
      call: ({ dynamoDb }) =>
        dynamoDb.send(new PutItemCommand({ TableName, Item: Key, ConditionExpression: "attribute_not_exists(id)" })),
      code: "ConditionalCheckFailedException",
      message: "The conditional request failed",
    },
    {
      title: "a table that does not exist",
      call: ({ dynamoDb }) => dynamoDb.send(getOne("nowhere")),
      code: "ResourceNotFoundException",
      message: "Requested resource not found",
    },
    {
      title: "a table twice in a batch",
      call: ({ dynamoDb }) =>
        dynamoDb.send(
          new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [Key] }, [arn]: { Keys: [Key] } } }),
        ),
      message: "One or more parameter values were invalid: The table people is named twice in RequestItems",
    },
    {
      title: "a key of the wrong type",
      call: ({ dynamoDb }) => dynamoDb.send(new DeleteItemCommand({ TableName, Key: { id: { N: "1" } } })),
      message: "The provided key element does not match the schema",
    },
  ];
  for (const { title, call, code = "ValidationException", message } of refusals) {
    it(`are refused for ${title}`, async () => {
      expect(await refusalOf(call(clients))).to.deep.equal({ code, message, status: 400 });
    });
  }

  describe("are authorised", () => {
    const denial = (action: string, resource: string, why = "no identity-based policy allows") => ({
      code: "AccessDeniedException",
      message: `User: arn:aws:iam::000000000000:user/ann is not authorized to perform: dynamodb:${action} on resource: ${resource} because ${why} the dynamodb:${action} action`,
      status: 400,
    });

    it("on the table's ARN, before anybody learns whether the table exists", async () => {
      const ann = await createUser(emulator, "ann", [allowOn(arn, "dynamodb:GetItem")]);

      const { Item } = await ann.clients.dynamoDb.send(getOne(TableName));
      const refusal = await refusalOf(ann.clients.dynamoDb.send(getOne("nowhere")));

      expect(Item).to.deep.equal(Key);
      expect(refusal).to.deep.equal(denial("GetItem", "arn:aws:dynamodb:us-east-1:000000000000:table/nowhere"));
    });

    it("on the index where one is read", async () => {
      const attributes = [
        { AttributeName: "id", AttributeType: "S" as const },
        { AttributeName: "at", AttributeType: "S" as const },
      ];
      await clients.dynamoDb.send(
        new CreateTableCommand({
          ...tableInput("orders"),
          AttributeDefinitions: attributes,
          GlobalSecondaryIndexes: [
            {
              IndexName: "by-time",
              KeySchema: [{ AttributeName: "at", KeyType: "HASH" }],
              Projection: { ProjectionType: "ALL" },
            },
          ],
        }),
      );
      const orders = "arn:aws:dynamodb:us-east-1:000000000000:table/orders";
      const ann = await createUser(emulator, "ann", [allowOn(`${orders}/index/*`, "dynamodb:Scan")]);
      const scan = (IndexName?: string) =>
        ann.clients.dynamoDb.send(new ScanCommand({ TableName: "orders", IndexName }));

      expect((await scan("by-time")).Count).to.equal(0);
      expect(await refusalOf(scan())).to.deep.equal(denial("Scan", orders));
    });

    it("on every table of a batch", async () => {
      await makeTable(clients, "others");
      const ann = await createUser(emulator, "ann", [allowOn(arn, "dynamodb:BatchGetItem")]);
      const get = (...tables: string[]) =>
        ann.clients.dynamoDb.send(
          new BatchGetItemCommand({ RequestItems: Object.fromEntries(tables.map((name) => [name, { Keys: [Key] }])) }),
        );

      expect((await get(TableName)).Responses).to.deep.equal({ [TableName]: [Key] });
      expect(await refusalOf(get(TableName, "others"))).to.deep.equal(
        denial("BatchGetItem", "arn:aws:dynamodb:us-east-1:000000000000:table/others"),
      );
    });

    it("on all tables where they are listed", async () => {
      const ann = await createUser(emulator, "ann", [allowOn(arn, "dynamodb:*")]);
      const bob = await createUser(emulator, "bob", [allow("dynamodb:ListTables")]);
      const list = ({ dynamoDb }: Clients) => dynamoDb.send(new ListTablesCommand({}));

      expect((await list(bob.clients)).TableNames).to.deep.equal([TableName]);
      expect(await refusalOf(list(ann.clients))).to.deep.equal(
        denial("ListTables", "arn:aws:dynamodb:us-east-1:000000000000:table/*"),
      );
    });

    it("in no other account, whose tables no resource policy opens", async () => {
      const other = clientsFor(emulator, rootOf("111111111111"));

      const refusal = await refusalOf(other.dynamoDb.send(getOne(arn)));

      expect(refusal).to.deep.equal({
        code: "AccessDeniedException",
        message: `User: arn:aws:iam::111111111111:root is not authorized to perform: dynamodb:GetItem on resource: ${arn} because no resource-based policy allows the dynamodb:GetItem action`,
        status: 400,
      });
    });
  });
});
