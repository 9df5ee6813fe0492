import { expect } from "chai";
import type { Items } from "../../../../../emulator/services/dynamodb/storage/itemStorage.ts";
import { narrowOrders, openItems, order, people } from "../itemStorageFixtures.ts";

const TableName = "orders";
const ann = { ":c": { S: "ann" } };

describe("Reads of items:", () => {
  let items: Items;
  beforeEach(() => (items = openItems(narrowOrders, people)));

  const put = (customer: string, number: number, state: string, more = {}) =>
    items.putItem({ TableName, Item: { ...order(customer, number, state), ...more } });
  const numbers = (request: Partial<Parameters<Items["query"]>[0]>) =>
    items
      .query({ TableName, ...request, ExpressionAttributeValues: { ...ann, ...request.ExpressionAttributeValues } })
      .Items?.map(({ number }) => Number(number?.N));

  describe("a query", () => {
    beforeEach(() => {
      for (const number of [10, 2, 33, -4, 0.5]) put("ann", number, `state-${number}`);
      put("bob", 2, "other");
    });
    const N = (value: number) => ({ N: String(value) });

    const ranges: readonly {
      readonly condition: string;
      readonly values?: object;
      readonly found: readonly number[];
    }[] = [
      { condition: "customer = :c", found: [-4, 0.5, 2, 10, 33] },
      { condition: "customer = :c AND #n = :a", values: { ":a": N(2) }, found: [2] },
      { condition: "customer = :c AND #n < :a", values: { ":a": N(2) }, found: [-4, 0.5] },
      { condition: "customer = :c AND #n <= :a", values: { ":a": N(2) }, found: [-4, 0.5, 2] },
      { condition: "#n > :a AND customer = :c", values: { ":a": N(2) }, found: [10, 33] },
      { condition: ":a <= #n AND :c = customer", values: { ":a": N(2) }, found: [2, 10, 33] },
      { condition: "customer = :c AND #n BETWEEN :a AND :b", values: { ":a": N(0), ":b": N(10) }, found: [0.5, 2, 10] },
    ];
    for (const { condition, values = {}, found } of ranges) {
      it(`by ${condition} finds ${found.join(", ")}, and backwards the same`, () => {
        const request = {
          KeyConditionExpression: condition,
          ExpressionAttributeNames: condition.includes("#n") ? { "#n": "number" } : undefined,
          ExpressionAttributeValues: { ...values },
        };

        expect(numbers(request)).to.deep.equal(found);
        expect(numbers({ ...request, ScanIndexForward: false })).to.deep.equal([...found].reverse());
      });
    }

    it("by a beginning finds strings that have it", () => {
      const request = {
        IndexName: "by-state",
        KeyConditionExpression: "customer = :c AND begins_with(#s, :p)",
        ExpressionAttributeNames: { "#s": "state" },
        ExpressionAttributeValues: { ":p": { S: "state-3" } },
      };

      expect(numbers(request)).to.deep.equal([33]);
      expect(numbers({ ...request, ScanIndexForward: false })).to.deep.equal([33]);
    });

    it("goes on page by page, in both directions, until nothing is left", () => {
      for (const ScanIndexForward of [true, false]) {
        const found: number[] = [];
        let ExclusiveStartKey: Parameters<Items["query"]>[0]["ExclusiveStartKey"];
        do {
          const page = items.query({
            TableName,
            KeyConditionExpression: "customer = :c",
            ExpressionAttributeValues: ann,
            ScanIndexForward,
            Limit: 2,
            ExclusiveStartKey,
          });
          found.push(...(page.Items ?? []).map(({ number }) => Number(number?.N)));
          ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey);

        expect(found).to.deep.equal(ScanIndexForward ? [-4, 0.5, 2, 10, 33] : [33, 10, 2, 0.5, -4]);
      }
    });

    it("counts without items where that is asked for", () => {
      const answer = items.query({
        TableName,
        KeyConditionExpression: "customer = :c",
        FilterExpression: "#s <> :s",
        ExpressionAttributeNames: { "#s": "state" },
        ExpressionAttributeValues: { ...ann, ":s": { S: "state-2" } },
        Select: "COUNT",
      });

      expect(answer).to.deep.include({ Items: undefined, Count: 4, ScannedCount: 5 });
    });
  });

  describe("an index", () => {
    beforeEach(() => {
      put("ann", 1, "open", { note: { S: "n" }, secret: { S: "s" } });
    });
    const byState = {
      TableName,
      KeyConditionExpression: "customer = :c",
      ExpressionAttributeValues: ann,
      IndexName: "by-state",
      ReturnConsumedCapacity: "INDEXES" as const,
    };
    const projected = { customer: { S: "ann" }, number: { N: "1" }, state: { S: "open" }, note: { S: "n" } };

    it("gives the attributes that it has", () => {
      const { Items: found, ConsumedCapacity } = items.query(byState);

      expect(found).to.deep.equal([projected]);
      expect(ConsumedCapacity).to.deep.equal({
        TableName,
        CapacityUnits: 0.5,
        Table: { CapacityUnits: 0 },
        LocalSecondaryIndexes: { "by-state": { CapacityUnits: 0.5 } },
      });
    });

    it("that is local fetches what it lacks from the table, which costs a read", () => {
      const all = items.query({ ...byState, Select: "ALL_ATTRIBUTES" });
      const one = items.query({ ...byState, ProjectionExpression: "secret" });

      expect(all.Items).to.deep.equal([{ ...projected, secret: { S: "s" } }]);
      expect(one.Items).to.deep.equal([{ secret: { S: "s" } }]);
      expect(one.ConsumedCapacity).to.deep.include({ CapacityUnits: 1, Table: { CapacityUnits: 0.5 } });
    });

    it("lacks items without its key, loses deleted ones and follows changes", () => {
      const inState = (state: string) =>
        items.query({
          TableName,
          IndexName: "all-by-state",
          KeyConditionExpression: "#s = :s",
          ExpressionAttributeNames: { "#s": "state" },
          ExpressionAttributeValues: { ":s": { S: state } },
        }).Count;
      const Key = { customer: { S: "ann" }, number: { N: "1" } };
      const set = (UpdateExpression: string) =>
        items.updateItem({
          TableName,
          Key,
          UpdateExpression,
          ExpressionAttributeNames: { "#s": "state" },
          ExpressionAttributeValues: UpdateExpression.includes(":s") ? { ":s": { S: "paid" } } : undefined,
        });
      const seen = [[inState("open"), inState("paid")]];

      set("SET #s = :s");
      seen.push([inState("open"), inState("paid")]);
      set("REMOVE #s");
      seen.push([inState("open"), inState("paid")]);
      set("SET #s = :s");
      items.deleteItem({ TableName, Key });
      seen.push([inState("open"), inState("paid")]);

      expect(seen).to.deep.equal([
        [1, 0],
        [0, 1],
        [0, 0],
        [0, 0],
      ]);
    });
  });

  describe("a scan", () => {
    it("in segments finds every item once", () => {
      const ids = Array.from({ length: 50 }, (_, id) => String(id));
      for (const id of ids) items.putItem({ TableName: "people", Item: { id: { S: id } } });

      for (const TotalSegments of [1, 3, 7]) {
        const segments = Array.from({ length: TotalSegments }, (_, Segment) =>
          (items.scan({ TableName: "people", Segment, TotalSegments }).Items ?? []).map(({ id }) => id?.S ?? ""),
        );
        expect(segments.flat().sort()).to.deep.equal([...ids].sort());
        expect(segments.filter((found) => found.length > 0)).to.have.length(TotalSegments);
      }
    });

    it("ends a page after one megabyte", () => {
      for (let id = 0; id < 5; id++) {
        items.putItem({ TableName: "people", Item: { id: { S: String(id) }, text: { S: "x".repeat(300 * 1024) } } });
      }

      const first = items.scan({ TableName: "people", ReturnConsumedCapacity: "TOTAL" });
      const second = items.scan({ TableName: "people", ExclusiveStartKey: first.LastEvaluatedKey });

      expect([first.Count, second.Count]).to.deep.equal([4, 1]);
      expect(first.ConsumedCapacity?.CapacityUnits).to.equal(150.5);
      expect(second.LastEvaluatedKey).to.equal(undefined);
    });
  });

  describe("a batch", () => {
    it("leaves for another request what has no room in 16 megabytes", () => {
      const Keys = Array.from({ length: 50 }, (_, id) => ({ id: { S: String(id) } }));
      for (const key of Keys) {
        items.putItem({ TableName: "people", Item: { ...key, text: { S: "x".repeat(390 * 1024) } } });
      }

      const { Responses, UnprocessedKeys } = items.batchGetItem({
        RequestItems: { people: { Keys, ConsistentRead: true, ProjectionExpression: "id" } },
      });

      expect(Responses?.people).to.have.length(42);
      expect(UnprocessedKeys?.people).to.deep.equal({
        Keys: Keys.slice(42),
        ConsistentRead: true,
        ProjectionExpression: "id",
      });
    });
  });
});
