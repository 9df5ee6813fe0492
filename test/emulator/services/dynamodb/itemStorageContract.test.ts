import { expect } from "chai";
import type { Items, ItemStorage } from "../../../../emulator/services/dynamodb/storage/itemStorage.ts";
import { MemoryStorage } from "../../../../emulator/services/dynamodb/storage/memoryStorage.ts";
import { ciphersFor, errorOf, order, orders, people, type RefusedCall } from "./itemStorageFixtures.ts";

/** Every implementation, each with the way to open an empty one. */
const implementations: readonly { readonly name: string; readonly open: () => ItemStorage }[] = [
  { name: "memory", open: () => new MemoryStorage() },
];

for (const { name, open } of implementations) {
  describe(`Item storage in ${name}`, () => {
    let storage: ItemStorage;
    let items: Items;

    beforeEach(() => {
      storage = open();
      storage.createTable(people);
      items = storage.use(ciphersFor("people", "people-2", "orders", "pets", "odd", "nowhere"));
    });

    const put = (Item: Parameters<Items["putItem"]>[0]["Item"], TableName = "people") =>
      items.putItem({ TableName, Item });
    const get = (id: string) => items.getItem({ TableName: "people", Key: { id: { S: id } } }).Item;

    it("gives an item back as it was put, with every type of attribute", () => {
      const item = {
        id: { S: "1" },
        number: { N: "12345678901234567890.5" },
        bytes: { B: Buffer.from([0, 1, 254, 255]) },
        strings: { SS: ["a", "b"] },
        numbers: { NS: ["1", "2"] },
        byteStrings: { BS: [Buffer.from([1]), Buffer.from([2])] },
        map: { M: { inner: { M: { blob: { B: Buffer.from([7]) } } } } },
        list: { L: [{ S: "x" }, { B: Buffer.from([9]) }, { NULL: true }, { BOOL: false }] },
      };

      put(item);

      expect(get("1")).to.deep.equal(item);
    });

    it("answers without an item where there is none", () => {
      expect(get("1")).to.equal(undefined);
    });

    it("leaves the caller's request as it is", () => {
      const Item = { id: { S: "1" }, bytes: { B: Buffer.from([1]) } };

      put(Item);

      expect(Item).to.deep.equal({ id: { S: "1" }, bytes: { B: Buffer.from([1]) } });
    });

    it("replaces an item of the same key and gives the old one back when asked", () => {
      put({ id: { S: "1" }, color: { S: "red" } });

      const { Attributes } = items.putItem({
        TableName: "people",
        Item: { id: { S: "1" } },
        ReturnValues: "ALL_OLD",
      });

      expect(Attributes).to.deep.equal({ id: { S: "1" }, color: { S: "red" } });
      expect(get("1")).to.deep.equal({ id: { S: "1" } });
    });

    it("updates by expression, and deletes", () => {
      put({ id: { S: "1" }, visits: { N: "1" } });

      const { Attributes } = items.updateItem({
        TableName: "people",
        Key: { id: { S: "1" } },
        UpdateExpression: "SET visits = visits + :one",
        ExpressionAttributeValues: { ":one": { N: "1" } },
        ReturnValues: "UPDATED_NEW",
      });
      const deleted = items.deleteItem({
        TableName: "people",
        Key: { id: { S: "1" } },
        ReturnValues: "ALL_OLD",
      });

      expect(Attributes).to.deep.equal({ visits: { N: "2" } });
      expect(deleted.Attributes).to.deep.equal({ id: { S: "1" }, visits: { N: "2" } });
      expect(get("1")).to.equal(undefined);
    });

    it("checks conditions", () => {
      put({ id: { S: "1" } });

      const again = () =>
        items.putItem({
          TableName: "people",
          Item: { id: { S: "1" } },
          ConditionExpression: "attribute_not_exists(id)",
        });

      expect(errorOf(again)).to.deep.equal({
        code: "ConditionalCheckFailedException",
        message: "The conditional request failed",
        status: 400,
      });
    });

    it("queries a partition in the order of its range key, page by page", () => {
      storage.createTable(orders);
      for (const number of [10, 2, 33]) put(order("ann", number, "open"), "orders");
      put(order("bob", 1, "open"), "orders");
      const request = {
        TableName: "orders",
        KeyConditionExpression: "customer = :c",
        ExpressionAttributeValues: { ":c": { S: "ann" } },
        Limit: 2,
      };

      const first = items.query(request);
      const second = items.query({ ...request, ExclusiveStartKey: first.LastEvaluatedKey });

      expect(first).to.deep.include({ Count: 2, ScannedCount: 2 });
      expect(first.Items?.map(({ number }) => number)).to.deep.equal([{ N: "2" }, { N: "10" }]);
      expect(first.LastEvaluatedKey).to.deep.equal({ customer: { S: "ann" }, number: { N: "10" } });
      expect(second.Items?.map(({ number }) => number)).to.deep.equal([{ N: "33" }]);
      expect(second.LastEvaluatedKey).to.equal(undefined);
    });

    it("queries secondary indexes", () => {
      storage.createTable(orders);
      put(order("ann", 1, "open"), "orders");
      put(order("ann", 2, "paid"), "orders");
      put(order("bob", 3, "paid"), "orders");
      const state = { "#s": "state" };

      const local = items.query({
        TableName: "orders",
        IndexName: "by-state",
        KeyConditionExpression: "customer = :c AND #s = :s",
        ExpressionAttributeNames: state,
        ExpressionAttributeValues: { ":c": { S: "ann" }, ":s": { S: "paid" } },
      });
      const global = items.query({
        TableName: "orders",
        IndexName: "all-by-state",
        KeyConditionExpression: "#s = :s",
        ExpressionAttributeNames: state,
        ExpressionAttributeValues: { ":s": { S: "paid" } },
      });

      expect(local.Items).to.deep.equal([order("ann", 2, "paid")]);
      expect(global.Items).to.have.deep.members([order("ann", 2, "paid"), order("bob", 3, "paid")]);
    });

    it("scans with a filter, and counts what it has read", () => {
      put({ id: { S: "1" }, color: { S: "red" } });
      put({ id: { S: "2" }, color: { S: "blue" } });

      const answer = items.scan({
        TableName: "people",
        ConsistentRead: true,
        FilterExpression: "color = :c",
        ExpressionAttributeValues: { ":c": { S: "red" } },
        ReturnConsumedCapacity: "TOTAL",
      });

      expect(answer).to.deep.equal({
        Items: [{ id: { S: "1" }, color: { S: "red" } }],
        Count: 1,
        ScannedCount: 2,
        LastEvaluatedKey: undefined,
        ConsumedCapacity: { TableName: "people", CapacityUnits: 1 },
      });
    });

    it("scans only the table that is asked for", () => {
      storage.createTable({ ...people, TableName: "people-2" });
      put({ id: { S: "1" } });
      put({ id: { S: "2" } }, "people-2");

      const answer = items.scan({ TableName: "people" });

      expect(answer.Items).to.deep.equal([{ id: { S: "1" } }]);
    });

    it("writes and reads in batches over several tables", () => {
      storage.createTable({ ...people, TableName: "pets" });
      const blob = { id: { S: "1" }, bytes: { B: Buffer.from([5]) } };

      const written = items.batchWriteItem({
        RequestItems: {
          people: [{ PutRequest: { Item: blob } }, { PutRequest: { Item: { id: { S: "2" } } } }],
          pets: [{ PutRequest: { Item: { id: { S: "3" } } } }],
        },
      });
      items.batchWriteItem({ RequestItems: { people: [{ DeleteRequest: { Key: { id: { S: "2" } } } }] } });
      const read = items.batchGetItem({
        RequestItems: {
          people: { Keys: [{ id: { S: "1" } }, { id: { S: "2" } }] },
          pets: { Keys: [{ id: { S: "3" } }] },
        },
      });

      expect(written).to.deep.equal({ UnprocessedItems: {} });
      expect(read).to.deep.equal({ Responses: { people: [blob], pets: [{ id: { S: "3" } }] }, UnprocessedKeys: {} });
    });

    it("forgets the items of a deleted table, and those in its indexes", () => {
      storage.createTable(orders);
      put(order("ann", 1, "open"), "orders");

      storage.deleteTable("orders");
      storage.createTable(orders);

      expect(items.scan({ TableName: "orders" }).Items).to.deep.equal([]);
      expect(items.scan({ TableName: "orders", IndexName: "by-state" }).Items).to.deep.equal([]);
      expect(items.scan({ TableName: "orders", IndexName: "all-by-state" }).Items).to.deep.equal([]);
    });

    const refusals: readonly RefusedCall[] = [
      {
        title: "a second table of the same name",
        call: () => storage.createTable(people),
        code: "ResourceInUseException",
        message: "Table already exists: people",
      },
      {
        title: "a table with an attribute that is no key",
        call: () =>
          storage.createTable({
            ...people,
            TableName: "odd",
            AttributeDefinitions: [
              { AttributeName: "id", AttributeType: "S" },
              { AttributeName: "color", AttributeType: "S" },
            ],
          }),
        code: "ValidationException",
        message:
          "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions",
      },
      {
        title: "a provisioned table without throughput",
        call: () => storage.createTable({ ...people, TableName: "odd", BillingMode: undefined }),
        code: "ValidationException",
        message:
          "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
      },
      {
        title: "an item of a table that does not exist",
        call: () => items.getItem({ TableName: "nowhere", Key: { id: { S: "1" } } }),
        code: "ResourceNotFoundException",
        message: "Requested resource not found",
      },
      {
        title: "a key that is not the table's",
        call: () => items.getItem({ TableName: "people", Key: { name: { S: "1" } } }),
        code: "ValidationException",
        message: "The provided key element does not match the schema",
      },
      {
        title: "an item without its key",
        call: () => put({ color: { S: "red" } }),
        code: "ValidationException",
        message: "One or more parameter values were invalid: Missing the key id in the item",
      },
      {
        title: "a value that no expression uses",
        call: () =>
          items.scan({
            TableName: "people",
            FilterExpression: "attribute_exists(color)",
            ExpressionAttributeValues: { ":x": { S: "red" } },
          }),
        code: "ValidationException",
        message: "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}",
      },
      {
        title: "a deletion of a table that does not exist",
        call: () => storage.deleteTable("nowhere"),
        code: "ResourceNotFoundException",
        message: "Requested resource not found: Table: nowhere not found",
      },
    ];

    for (const { title, call, code, message } of refusals) {
      it(`refuses ${title}`, () => {
        expect(errorOf(call)).to.deep.equal({ code, message, status: 400 });
      });
    }

    it("keeps no table of which the definition was refused", () => {
      errorOf(() => storage.createTable({ ...people, TableName: "odd", BillingMode: undefined }));

      storage.createTable({ ...people, TableName: "odd" });

      expect(items.scan({ TableName: "odd" }).Count).to.equal(0);
    });
  });
}
