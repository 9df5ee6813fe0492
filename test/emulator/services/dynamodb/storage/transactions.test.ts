import { expect } from "chai";
import { AwsError } from "../../../../../emulator/awsError.ts";
import type { Items } from "../../../../../emulator/services/dynamodb/storage/itemStorage.ts";
import { errorOf, openItems, order, orders, people } from "../itemStorageFixtures.ts";

const now = new Date("2026-11-25T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

type Actions = Parameters<Items["transactWriteItems"]>[0]["TransactItems"];

const TableName = "people";
const key = (id: string) => ({ id: { S: id } });

describe("Transactions", () => {
  let items: Items;
  beforeEach(() => {
    items = openItems(people, orders);
    items.putItem({ TableName, Item: { ...key("1"), visits: { N: "1" } } });
    items.putItem({ TableName, Item: key("2") });
  });

  const write = (TransactItems: Actions, more = {}, at = now) =>
    items.transactWriteItems({ TransactItems, ...more }, at);
  const found = (id: string) => items.getItem({ TableName, Key: key(id) }).Item;
  const increment = {
    Update: {
      TableName,
      Key: key("1"),
      UpdateExpression: "SET visits = visits + :one",
      ExpressionAttributeValues: { ":one": { N: "1" } },
    },
  };

  /** What a transaction was cancelled for. */
  function reasonsOf(actions: Actions) {
    try {
      write(actions);
    } catch (error) {
      if (error instanceof AwsError) {
        return { code: error.code, message: error.message, reasons: error.members?.CancellationReasons };
      }
    }
    throw new Error("The transaction should have been cancelled.");
  }

  it("write in several tables at once", () => {
    const answer = write(
      [
        { Put: { TableName: "orders", Item: order("ann", 1, "open") } },
        increment,
        { Delete: { TableName, Key: key("2") } },
        { ConditionCheck: { TableName, Key: key("3"), ConditionExpression: "attribute_not_exists(id)" } },
      ],
      { ReturnConsumedCapacity: "TOTAL", ReturnItemCollectionMetrics: "SIZE" },
    );

    expect(items.scan({ TableName: "orders" }).Items).to.deep.equal([order("ann", 1, "open")]);
    expect(found("1")).to.deep.equal({ ...key("1"), visits: { N: "2" } });
    expect(found("2")).to.equal(undefined);
    expect(found("3")).to.equal(undefined);
    expect(answer).to.deep.equal({
      ConsumedCapacity: [
        { TableName: "orders", CapacityUnits: 6, WriteCapacityUnits: 6 },
        { TableName: "people", CapacityUnits: 6, WriteCapacityUnits: 6 },
      ],
      ItemCollectionMetrics: {
        orders: [{ ItemCollectionKey: { customer: { S: "ann" } }, SizeEstimateRangeGB: [0, 1] }],
      },
    });
  });

  it("write nothing if one condition fails, and tell the reason in its place", () => {
    const cancelled = reasonsOf([
      increment,
      {
        Put: {
          TableName,
          Item: key("2"),
          ConditionExpression: "attribute_not_exists(id)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        },
      },
      { ConditionCheck: { TableName, Key: key("3"), ConditionExpression: "attribute_exists(id)" } },
    ]);

    expect(cancelled).to.deep.equal({
      code: "TransactionCanceledException",
      message:
        "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed]",
      reasons: [
        { Code: "None" },
        { Code: "ConditionalCheckFailed", Message: "The conditional request failed", Item: key("2") },
        { Code: "ConditionalCheckFailed", Message: "The conditional request failed" },
      ],
    });
    expect(found("1")).to.deep.equal({ ...key("1"), visits: { N: "1" } });
  });

  const mistakes: readonly { readonly title: string; readonly action: Actions[number]; readonly message: string }[] = [
    {
      title: "an attribute that is not there",
      action: { Update: { TableName, Key: key("2"), UpdateExpression: "SET a = b" } },
      message: "The provided expression refers to an attribute that does not exist in the item",
    },
    {
      title: "a key of the wrong type in a put",
      action: { Put: { TableName, Item: { id: { N: "5" } } } },
      message: "One or more parameter values were invalid: Type mismatch for key id expected: S actual: N",
    },
    {
      title: "a key of the wrong type in a deletion",
      action: { Delete: { TableName, Key: { id: { N: "5" } } } },
      message: "The provided key element does not match the schema",
    },
    {
      title: "an index key of the wrong type",
      action: { Put: { TableName: "orders", Item: { ...order("a", 1, ""), state: { N: "5" } } } },
      message:
        "One or more parameter values were invalid: Type mismatch for Index Key state Expected: S Actual: N IndexName: all-by-state",
    },
    {
      title: "an update that makes an item too large",
      action: {
        Update: {
          TableName,
          Key: key("2"),
          UpdateExpression: "SET a = :a",
          ExpressionAttributeValues: { ":a": { S: "x".repeat(400 * 1024) } },
        },
      },
      message: "Item size to update has exceeded the maximum allowed size",
    },
  ];
  for (const { title, action, message } of mistakes) {
    it(`are cancelled for ${title}`, () => {
      expect(reasonsOf([increment, action])).to.deep.equal({
        code: "TransactionCanceledException",
        message:
          "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]",
        reasons: [{ Code: "None" }, { Code: "ValidationError", Message: message }],
      });
    });
  }

  const refused: readonly { readonly title: string; readonly call: () => unknown; readonly message: string }[] = [
    {
      title: "an item twice",
      call: () => write([increment, { Delete: { TableName, Key: key("1") } }]),
      message: "Transaction request cannot include multiple operations on one item",
    },
    {
      title: "an item twice among those to read",
      call: () =>
        items.transactGetItems({
          TransactItems: [{ Get: { TableName, Key: key("1") } }, { Get: { TableName, Key: key("1") } }],
        }),
      message: "Transaction request cannot include multiple operations on one item",
    },
    {
      title: "two actions in one",
      call: () => write([{ ...increment, Delete: { TableName, Key: key("2") } }]),
      message: "TransactItems can only contain one of Check, Put, Update or Delete",
    },
    {
      title: "no action in one",
      call: () => write([{}]),
      message: "TransactItems can only contain one of Check, Put, Update or Delete",
    },
    {
      title: "an empty key",
      call: () => write([{ Put: { TableName, Item: key("") } }]),
      message:
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id",
    },
    {
      title: "an item that is too large",
      call: () => write([{ Put: { TableName, Item: { ...key("9"), a: { S: "x".repeat(400 * 1024) } } } }]),
      message: "Item size has exceeded the maximum allowed size",
    },
    {
      title: "a wrong expression",
      call: () => write([{ Update: { TableName, Key: key("1"), UpdateExpression: "SET" } }]),
      message: 'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: "SET"',
    },
    {
      title: "more than four megabytes",
      call: () =>
        write(
          Array.from({ length: 11 }, (_, id) => ({
            Put: { TableName, Item: { ...key(`large-${id}`), a: { S: "x".repeat(390 * 1024) } } },
          })),
        ),
      message: "The aggregate size of items in the transaction has exceeded the limit of 4194304 bytes",
    },
  ];
  for (const { title, call, message } of refused) {
    it(`are refused for ${title}`, () => {
      expect(errorOf(call)).to.deep.equal({ code: "ValidationException", message, status: 400 });
      expect(found("1")).to.deep.equal({ ...key("1"), visits: { N: "1" } });
    });
  }

  describe("with a token", () => {
    const ClientRequestToken = "token";

    it("are made once within ten minutes, and again afterwards", () => {
      write([increment], { ClientRequestToken });
      const again = write([increment], { ClientRequestToken, ReturnConsumedCapacity: "TOTAL" }, later(599));

      expect(found("1")?.visits).to.deep.equal({ N: "2" });
      expect(again).to.deep.equal({
        ConsumedCapacity: [{ TableName, CapacityUnits: 2, ReadCapacityUnits: 2 }],
      });
      write([increment], { ClientRequestToken }, later(600));
      expect(found("1")?.visits).to.deep.equal({ N: "3" });
    });

    it("are the same whatever the order of members", () => {
      write([increment], { ClientRequestToken });
      const { Update } = increment;
      const { Key, ...rest } = Update;
      write([{ Update: { ...rest, Key } }], { ClientRequestToken });

      expect(found("1")?.visits).to.deep.equal({ N: "2" });
    });

    it("are refused if they are others", () => {
      write([increment], { ClientRequestToken });

      const { code } = errorOf(() => write([{ Delete: { TableName, Key: key("1") } }], { ClientRequestToken }));

      expect(code).to.equal("IdempotentParameterMismatchException");
      expect(found("1")?.visits).to.deep.equal({ N: "2" });
    });

    it("can be tried again after they failed", () => {
      const guarded = [
        { Put: { TableName, Item: key("9"), ConditionExpression: "attribute_exists(id)" } },
      ] satisfies Actions;
      errorOf(() => write(guarded, { ClientRequestToken }));
      items.putItem({ TableName, Item: { ...key("9"), old: { BOOL: true } } });

      write(guarded, { ClientRequestToken });

      expect(found("9")).to.deep.equal(key("9"));
    });
  });

  it("read several items, with a place for those that are not there", () => {
    const answer = items.transactGetItems({
      TransactItems: [
        { Get: { TableName, Key: key("1"), ProjectionExpression: "visits" } },
        { Get: { TableName, Key: key("3") } },
        { Get: { TableName: "orders", Key: { customer: { S: "ann" }, number: { N: "1" } } } },
      ],
      ReturnConsumedCapacity: "TOTAL",
    });

    expect(answer).to.deep.equal({
      Responses: [{ Item: { visits: { N: "1" } } }, {}, {}],
      ConsumedCapacity: [
        { TableName: "people", CapacityUnits: 4, ReadCapacityUnits: 4 },
        { TableName: "orders", CapacityUnits: 2, ReadCapacityUnits: 2 },
      ],
    });
  });
});
