import { expect } from "chai";
import { openDynaliteStorage } from "../../../../emulator/services/dynamodb/storage/dynaliteStorage.ts";
import type { ItemStorage } from "../../../../emulator/services/dynamodb/storage/itemStorage.ts";
import { errorOf, order, orders, people, type RefusedCall } from "./itemStorageFixtures.ts";

/** Every implementation, each with the way to open an empty one. */
const implementations = [{ name: "dynalite", open: openDynaliteStorage }];

for (const { name, open } of implementations) {
  describe(`Item storage by ${name}`, () => {
    let storage: ItemStorage;

    beforeEach(async () => {
      storage = await open();
      await storage.createTable(people);
    });
    afterEach(() => storage.close());

    const put = (Item: Parameters<ItemStorage["putItem"]>[0]["Item"], TableName = "people") =>
      storage.putItem({ TableName, Item });
    const get = async (id: string) => (await storage.getItem({ TableName: "people", Key: { id: { S: id } } })).Item;

    it("gives an item back as it was put, with every type of attribute", async () => {
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

      await put(item);

      expect(await get("1")).to.deep.equal(item);
    });

    it("answers without an item where there is none", async () => {
      expect(await get("1")).to.equal(undefined);
    });

    it("leaves the caller's request as it is", async () => {
      const Item = { id: { S: "1" }, bytes: { B: Buffer.from([1]) } };

      await put(Item);

      expect(Item).to.deep.equal({ id: { S: "1" }, bytes: { B: Buffer.from([1]) } });
    });

    it("replaces an item of the same key and gives the old one back when asked", async () => {
      await put({ id: { S: "1" }, color: { S: "red" } });

      const { Attributes } = await storage.putItem({
        TableName: "people",
        Item: { id: { S: "1" } },
        ReturnValues: "ALL_OLD",
      });

      expect(Attributes).to.deep.equal({ id: { S: "1" }, color: { S: "red" } });
      expect(await get("1")).to.deep.equal({ id: { S: "1" } });
    });

    it("updates by expression, and deletes", async () => {
      await put({ id: { S: "1" }, visits: { N: "1" } });

      const { Attributes } = await storage.updateItem({
        TableName: "people",
        Key: { id: { S: "1" } },
        UpdateExpression: "SET visits = visits + :one",
        ExpressionAttributeValues: { ":one": { N: "1" } },
        ReturnValues: "UPDATED_NEW",
      });
      const deleted = await storage.deleteItem({
        TableName: "people",
        Key: { id: { S: "1" } },
        ReturnValues: "ALL_OLD",
      });

      expect(Attributes).to.deep.equal({ visits: { N: "2" } });
      expect(deleted.Attributes).to.deep.equal({ id: { S: "1" }, visits: { N: "2" } });
      expect(await get("1")).to.equal(undefined);
    });

    it("checks conditions", async () => {
      await put({ id: { S: "1" } });

      const again = storage.putItem({
        TableName: "people",
        Item: { id: { S: "1" } },
        ConditionExpression: "attribute_not_exists(id)",
      });

      expect(await errorOf(again)).to.deep.equal({
        code: "ConditionalCheckFailedException",
        message: "The conditional request failed",
        status: 400,
      });
    });

    it("queries a partition in the order of its range key, page by page", async () => {
      await storage.createTable(orders);
      for (const number of [10, 2, 33]) await put(order("ann", number, "open"), "orders");
      await put(order("bob", 1, "open"), "orders");
      const request = {
        TableName: "orders",
        KeyConditionExpression: "customer = :c",
        ExpressionAttributeValues: { ":c": { S: "ann" } },
        Limit: 2,
      };

      const first = await storage.query(request);
      const second = await storage.query({ ...request, ExclusiveStartKey: first.LastEvaluatedKey });

      expect(first).to.deep.include({ Count: 2, ScannedCount: 2 });
      expect(first.Items?.map(({ number }) => number)).to.deep.equal([{ N: "2" }, { N: "10" }]);
      expect(first.LastEvaluatedKey).to.deep.equal({ customer: { S: "ann" }, number: { N: "10" } });
      expect(second.Items?.map(({ number }) => number)).to.deep.equal([{ N: "33" }]);
      expect(second.LastEvaluatedKey).to.equal(undefined);
    });

    it("queries secondary indexes", async () => {
      await storage.createTable(orders);
      await put(order("ann", 1, "open"), "orders");
      await put(order("ann", 2, "paid"), "orders");
      await put(order("bob", 3, "paid"), "orders");
      const state = { "#s": "state" };

      const local = await storage.query({
        TableName: "orders",
        IndexName: "by-state",
        KeyConditionExpression: "customer = :c AND #s = :s",
        ExpressionAttributeNames: state,
        ExpressionAttributeValues: { ":c": { S: "ann" }, ":s": { S: "paid" } },
      });
      const global = await storage.query({
        TableName: "orders",
        IndexName: "all-by-state",
        KeyConditionExpression: "#s = :s",
        ExpressionAttributeNames: state,
        ExpressionAttributeValues: { ":s": { S: "paid" } },
      });

      expect(local.Items).to.deep.equal([order("ann", 2, "paid")]);
      expect(global.Items).to.have.deep.members([order("ann", 2, "paid"), order("bob", 3, "paid")]);
    });

    it("scans with a filter, and counts what it has read", async () => {
      await put({ id: { S: "1" }, color: { S: "red" } });
      await put({ id: { S: "2" }, color: { S: "blue" } });

      const answer = await storage.scan({
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

    it("scans only the table that is asked for", async () => {
      await storage.createTable({ ...people, TableName: "people-2" });
      await put({ id: { S: "1" } });
      await put({ id: { S: "2" } }, "people-2");

      const answer = await storage.scan({ TableName: "people" });

      expect(answer.Items).to.deep.equal([{ id: { S: "1" } }]);
    });

    it("writes and reads in batches over several tables", async () => {
      await storage.createTable({ ...people, TableName: "pets" });
      const blob = { id: { S: "1" }, bytes: { B: Buffer.from([5]) } };

      const written = await storage.batchWriteItem({
        RequestItems: {
          people: [{ PutRequest: { Item: blob } }, { PutRequest: { Item: { id: { S: "2" } } } }],
          pets: [{ PutRequest: { Item: { id: { S: "3" } } } }],
        },
      });
      await storage.batchWriteItem({ RequestItems: { people: [{ DeleteRequest: { Key: { id: { S: "2" } } } }] } });
      const read = await storage.batchGetItem({
        RequestItems: {
          people: { Keys: [{ id: { S: "1" } }, { id: { S: "2" } }] },
          pets: { Keys: [{ id: { S: "3" } }] },
        },
      });

      expect(written).to.deep.equal({ UnprocessedItems: {} });
      expect(read).to.deep.equal({ Responses: { people: [blob], pets: [{ id: { S: "3" } }] }, UnprocessedKeys: {} });
    });

    it("forgets the items of a deleted table, and those in its indexes", async () => {
      await storage.createTable(orders);
      await put(order("ann", 1, "open"), "orders");

      await storage.deleteTable("orders");
      await storage.createTable(orders);

      expect((await storage.scan({ TableName: "orders" })).Items).to.deep.equal([]);
      expect((await storage.scan({ TableName: "orders", IndexName: "by-state" })).Items).to.deep.equal([]);
      expect((await storage.scan({ TableName: "orders", IndexName: "all-by-state" })).Items).to.deep.equal([]);
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
        call: () => storage.getItem({ TableName: "nowhere", Key: { id: { S: "1" } } }),
        code: "ResourceNotFoundException",
        message: "Requested resource not found",
      },
      {
        title: "a key that is not the table's",
        call: () => storage.getItem({ TableName: "people", Key: { name: { S: "1" } } }),
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
          storage.scan({
            TableName: "people",
            FilterExpression: "attribute_exists(color)",
            ExpressionAttributeValues: { ":x": { S: "red" } },
          }),
        code: "ValidationException",
        message: "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}",
      },
      {
        title: "an attribute name that it would lose",
        call: () => put({ id: { S: "1" }, map: { M: { ["__proto__"]: { S: "x" } } } }),
        code: "ValidationException",
        message: "The embedded AWS does not carry the attribute name '__proto__'.",
      },
      {
        title: "a deletion of a table that does not exist",
        call: () => storage.deleteTable("nowhere"),
        code: "ResourceNotFoundException",
        message: "Requested resource not found: Table: nowhere not found",
      },
    ];

    for (const { title, call, code, message } of refusals) {
      it(`refuses ${title}`, async () => {
        expect(await errorOf(call())).to.deep.equal({ code, message, status: 400 });
      });
    }

    it("keeps no table of which the definition was refused", async () => {
      await errorOf(storage.createTable({ ...people, TableName: "odd", BillingMode: undefined }));

      await storage.createTable({ ...people, TableName: "odd" });

      expect((await storage.scan({ TableName: "odd" })).Count).to.equal(0);
    });
  });
}
