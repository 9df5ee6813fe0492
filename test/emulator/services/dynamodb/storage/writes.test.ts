import { expect } from "chai";
import { AwsError } from "../../../../../emulator/awsError.ts";
import type { Items } from "../../../../../emulator/services/dynamodb/storage/itemStorage.ts";
import { errorOf, openItems, order, orders, people, type RefusedCall } from "../itemStorageFixtures.ts";

const TableName = "orders";
const Key = { customer: { S: "ann" }, number: { N: "1" } };

describe("Writes of items:", () => {
  let items: Items;
  beforeEach(() => (items = openItems(orders, people)));

  const put = (Item: Parameters<Items["putItem"]>[0]["Item"]) => items.putItem({ TableName, Item });

  describe("an update returns", () => {
    const returned = (ReturnValues: Parameters<Items["updateItem"]>[0]["ReturnValues"]) => {
      put({ ...Key, a: { S: "old" }, b: { M: { c: { S: "old" }, d: { S: "d" } } } });
      return items.updateItem({
        TableName,
        Key,
        UpdateExpression: "SET a = :v, b.c = :v, fresh = :v",
        ExpressionAttributeValues: { ":v": { S: "new" } },
        ReturnValues,
      }).Attributes;
    };
    const old = { ...Key, a: { S: "old" }, b: { M: { c: { S: "old" }, d: { S: "d" } } } };
    const next = { ...Key, a: { S: "new" }, b: { M: { c: { S: "new" }, d: { S: "d" } } }, fresh: { S: "new" } };

    const cases = [
      { kind: undefined, attributes: undefined },
      { kind: "NONE", attributes: undefined },
      { kind: "ALL_OLD", attributes: old },
      { kind: "ALL_NEW", attributes: next },
      { kind: "UPDATED_OLD", attributes: { a: { S: "old" }, b: { M: { c: { S: "old" } } } } },
      { kind: "UPDATED_NEW", attributes: { a: { S: "new" }, b: { M: { c: { S: "new" } } }, fresh: { S: "new" } } },
    ] as const;
    for (const { kind, attributes } of cases) {
      it(`${attributes ? "attributes" : "nothing"} for ${kind ?? "no"} ReturnValues`, () => {
        expect(returned(kind)).to.deep.equal(attributes);
      });
    }

    it("nothing old where there was no item, and makes it", () => {
      const answer = items.updateItem({ TableName, Key, ReturnValues: "ALL_OLD" });

      expect(answer.Attributes).to.equal(undefined);
      expect(items.getItem({ TableName, Key }).Item).to.deep.equal(Key);
    });
  });

  it("a condition that fails shows the item where that is asked for", () => {
    put({ ...Key, a: { S: "old" } });
    const fail = (ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE") => {
      try {
        items.deleteItem({
          TableName,
          Key,
          ConditionExpression: "attribute_not_exists(a)",
          ReturnValuesOnConditionCheckFailure,
        });
      } catch (error) {
        if (error instanceof AwsError) return error.members;
      }
      throw new Error("The deletion should have been refused.");
    };

    expect(fail("ALL_OLD")).to.deep.equal({ Item: { ...Key, a: { S: "old" } } });
    expect(fail("NONE")).to.equal(undefined);
    expect(fail()).to.equal(undefined);
  });

  it("tell the capacity that they take of the table and of each index", () => {
    const text = { text: { S: "x".repeat(1500) } };
    const capacity = (Item: Parameters<Items["putItem"]>[0]["Item"]) =>
      items.putItem({ TableName, Item, ReturnConsumedCapacity: "INDEXES" }).ConsumedCapacity;
    const units = (total: number, table: number, local?: number, global?: number) => ({
      TableName,
      CapacityUnits: total,
      Table: { CapacityUnits: table },
      ...(local !== undefined && { LocalSecondaryIndexes: { "by-state": { CapacityUnits: local } } }),
      ...(global !== undefined && { GlobalSecondaryIndexes: { "all-by-state": { CapacityUnits: global } } }),
    });

    // Made, changed besides the indexes, moved within them (deleted and made), unchanged.
    expect(capacity({ ...order("ann", 1, "open"), ...text })).to.deep.equal(units(5, 2, 2, 1));
    expect(capacity({ ...order("ann", 1, "open"), text: { S: "y" } })).to.deep.equal(units(4, 2, 2));
    expect(capacity({ ...order("ann", 1, "paid"), text: { S: "y" } })).to.deep.equal(units(5, 1, 2, 2));
    expect(capacity({ ...order("ann", 1, "paid"), text: { S: "y" } })).to.deep.equal(units(1, 1));
  });

  it("tell the size of the item collection, for tables with local indexes", () => {
    const ofOrders = items.putItem({
      TableName,
      Item: order("ann", 1, "open"),
      ReturnItemCollectionMetrics: "SIZE",
    });
    const ofPeople = items.putItem({
      TableName: "people",
      Item: { id: { S: "1" } },
      ReturnItemCollectionMetrics: "SIZE",
    });

    expect(ofOrders.ItemCollectionMetrics).to.deep.equal({
      ItemCollectionKey: { customer: { S: "ann" } },
      SizeEstimateRangeGB: [0, 1],
    });
    expect(ofPeople.ItemCollectionMetrics).to.equal(undefined);
  });

  it("in a batch tell capacity and collections by table", () => {
    const answer = items.batchWriteItem({
      RequestItems: {
        orders: [{ PutRequest: { Item: order("ann", 1, "open") } }],
        people: [{ PutRequest: { Item: { id: { S: "1" } } } }, { PutRequest: { Item: { id: { S: "2" } } } }],
      },
      ReturnConsumedCapacity: "TOTAL",
      ReturnItemCollectionMetrics: "SIZE",
    });

    expect(answer).to.deep.equal({
      UnprocessedItems: {},
      ConsumedCapacity: [
        { TableName: "orders", CapacityUnits: 3 },
        { TableName: "people", CapacityUnits: 2 },
      ],
      ItemCollectionMetrics: {
        orders: [{ ItemCollectionKey: { customer: { S: "ann" } }, SizeEstimateRangeGB: [0, 1] }],
      },
    });
  });

  it("take items of exactly 400 KB, and none that is a byte larger", () => {
    const Item = (bytes: number) => ({ id: { S: "1" }, text: { S: "x".repeat(bytes - "id1text".length) } });

    items.putItem({ TableName: "people", Item: Item(400 * 1024) });

    expect(errorOf(() => items.putItem({ TableName: "people", Item: Item(400 * 1024 + 1) })).message).to.equal(
      "Item size has exceeded the maximum allowed size",
    );
    expect(
      errorOf(() =>
        items.updateItem({
          TableName: "people",
          Key: { id: { S: "1" } },
          UpdateExpression: "SET more = :m",
          ExpressionAttributeValues: { ":m": { S: "x" } },
        }),
      ).message,
    ).to.equal("Item size to update has exceeded the maximum allowed size");
  });

  it("keep attributes with names that JavaScript has for itself", () => {
    const Item = { id: { S: "1" }, ["__proto__"]: { S: "p" }, constructor: { M: { ["__proto__"]: { N: "1" } } } };

    items.putItem({ TableName: "people", Item });

    const { Item: found } = items.getItem({ TableName: "people", Key: { id: { S: "1" } } });
    expect(Object.entries(found ?? {})).to.deep.equal(Object.entries(Item));
  });

  const update = (UpdateExpression: string, value?: object) => () =>
    items.updateItem({
      TableName,
      Key,
      UpdateExpression,
      ExpressionAttributeNames: UpdateExpression.includes("#s") ? { "#s": "state" } : undefined,
      ExpressionAttributeValues: value && { ":v": { S: "x", ...value } },
    });
  const refusals: readonly Omit<RefusedCall, "code">[] = [
    {
      title: "an item with a key of the wrong type",
      call: () => put({ customer: { N: "1" }, number: { N: "1" } }),
      message: "One or more parameter values were invalid: Type mismatch for key customer expected: S actual: N",
    },
    {
      title: "an item with an index key of the wrong type",
      call: () => put({ ...Key, state: { N: "1" } }),
      message:
        "One or more parameter values were invalid: Type mismatch for Index Key state Expected: S Actual: N IndexName: all-by-state",
    },
    {
      title: "an item with an empty key",
      call: () => put({ ...Key, customer: { S: "" } }),
      message:
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: customer",
    },
    {
      title: "an item with an empty index key",
      call: () => put({ ...Key, state: { S: "" } }),
      message:
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: all-by-state, IndexKey: state",
    },
    {
      title: "a partition key that is too long",
      call: () => put({ ...Key, customer: { S: "x".repeat(2049) } }),
      message:
        "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes",
    },
    {
      title: "an update of the key",
      call: () => items.updateItem({ TableName, Key, UpdateExpression: "REMOVE customer" }),
      message:
        "One or more parameter values were invalid: Cannot update attribute customer. This attribute is part of the key",
    },
    {
      title: "an update of an index key to an empty string",
      call: update("SET #s = :v", { S: "" }),
      message:
        "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.",
    },
    {
      title: "an update of an index key to another type, found out only with the item",
      call: () => {
        put({ ...Key, n: { N: "1" } });
        update("SET #s = n")();
      },
      message: "The update expression attempted to update the secondary index key to unsupported type",
    },
    {
      title: "return values that only an update has",
      call: () => items.putItem({ TableName, Item: Key, ReturnValues: "ALL_NEW" }),
      message: "ReturnValues can only be ALL_OLD or NONE",
    },
    {
      title: "an item twice in a batch",
      call: () =>
        items.batchWriteItem({ RequestItems: { orders: [{ PutRequest: { Item: Key } }, { DeleteRequest: { Key } }] } }),
      message: "Provided list of item keys contains duplicates",
    },
    {
      title: "a request of a batch that asks for nothing",
      call: () => items.batchWriteItem({ RequestItems: { orders: [{}] } }),
      message:
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
    },
    {
      title: "more than 25 writes in a batch",
      call: () => {
        const write = (id: number) => ({ PutRequest: { Item: { id: { S: String(id) } } } });
        const writes = Array.from({ length: 25 }, (_, id) => write(id));
        items.batchWriteItem({ RequestItems: { people: writes, orders: [{ PutRequest: { Item: Key } }] } });
      },
      message: "Too many items requested for the BatchWriteItem call",
    },
  ];
  for (const { title, call, message } of refusals) {
    it(`${title} is refused`, () => {
      expect(errorOf(call)).to.deep.equal({ code: "ValidationException", message, status: 400 });
    });
  }

  it("of a batch are all refused if one is", () => {
    errorOf(() =>
      items.batchWriteItem({
        RequestItems: { orders: [{ PutRequest: { Item: Key } }, { PutRequest: { Item: { customer: { S: "x" } } } }] },
      }),
    );

    expect(items.scan({ TableName }).Count).to.equal(0);
  });
});
