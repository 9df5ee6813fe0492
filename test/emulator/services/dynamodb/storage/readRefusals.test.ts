import { expect } from "chai";
import type { Items } from "../../../../../emulator/services/dynamodb/storage/itemStorage.ts";
import { errorOf, narrowOrders, openItems, people, type RefusedCall } from "../itemStorageFixtures.ts";

const TableName = "orders";
const ann = { ":c": { S: "ann" } };

describe("A read of items is refused for", () => {
  let items: Items;
  beforeEach(() => (items = openItems(narrowOrders, people)));

  const query = (request: object) =>
    items.query({ TableName, KeyConditionExpression: "customer = :c", ExpressionAttributeValues: ann, ...request });
  const refusals: readonly Omit<RefusedCall, "code">[] = [
    {
      title: "a query without a key condition",
      call: () => items.query({ TableName }),
      message: "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.",
    },
    {
      title: "a query without the partition key",
      call: () => query({ KeyConditionExpression: "note = :c" }),
      message: "Query condition missed key schema element: customer",
    },
    {
      title: "a query for partition keys in a range",
      call: () => query({ KeyConditionExpression: "customer > :c" }),
      message: "Query key condition not supported",
    },
    {
      title: "a query by what is no operator of keys",
      call: () => query({ KeyConditionExpression: "customer = :c OR customer = :c" }),
      message: "Invalid operator used in KeyConditionExpression: OR",
    },
    {
      title: "a query by a nested attribute",
      call: () => query({ KeyConditionExpression: "customer.x = :c" }),
      message: "KeyConditionExpressions cannot have conditions on nested attributes",
    },
    {
      title: "a query by two conditions on one attribute",
      call: () => query({ KeyConditionExpression: "customer = :c AND customer = :c" }),
      message: "KeyConditionExpressions must only contain one condition per key",
    },
    {
      title: "a query with a value of the wrong type",
      call: () => query({ ExpressionAttributeValues: { ":c": { N: "1" } } }),
      message: "One or more parameter values were invalid: Condition parameter type does not match schema type",
    },
    {
      title: "a filter on the key",
      call: () => query({ FilterExpression: "customer = :c" }),
      message: "Filter Expression can only contain non-primary key attributes: Primary key attribute: customer",
    },
    {
      title: "an index that is not there",
      call: () => query({ IndexName: "nope" }),
      message: "The table does not have the specified index: nope",
    },
    {
      title: "a consistent read of a global index",
      call: () => items.scan({ TableName, IndexName: "all-by-state", ConsistentRead: true }),
      message: "Consistent reads are not supported on global secondary indexes",
    },
    {
      title: "all attributes of a global index that lacks some",
      call: () => items.scan({ TableName, IndexName: "all-by-state", Select: "ALL_ATTRIBUTES" }),
      message:
        "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index all-by-state because its projection type is not ALL",
    },
    {
      title: "an attribute that a global index lacks",
      call: () => items.scan({ TableName, IndexName: "all-by-state", ProjectionExpression: "note" }),
      message: "One or more parameter values were invalid: Global secondary index all-by-state does not project [note]",
    },
    {
      title: "a start in another partition",
      call: () => query({ ExclusiveStartKey: { customer: { S: "bob" }, number: { N: "1" } } }),
      message: "The provided starting key is outside query boundaries based on provided conditions",
    },
    {
      title: "a start that is no key",
      call: () => items.scan({ TableName, ExclusiveStartKey: { customer: { S: "bob" } } }),
      message: "The provided starting key is invalid: The provided key element does not match the schema",
    },
    {
      title: "a segment without their number",
      call: () => items.scan({ TableName, Segment: 0 }),
      message:
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
    },
    {
      title: "a segment behind the last",
      call: () => items.scan({ TableName, Segment: 2, TotalSegments: 2 }),
      message:
        "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2",
    },
    {
      title: "attributes where items are counted",
      call: () => items.scan({ TableName, Select: "COUNT", ProjectionExpression: "note" }),
      message: "Cannot specify the ProjectionExpression when choosing to get COUNT",
    },
    {
      title: "a path into a key",
      call: () => items.scan({ TableName, ProjectionExpression: "customer.x" }),
      message:
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: customer",
    },
    {
      title: "a key twice in a batch",
      call: () => items.batchGetItem({ RequestItems: { people: { Keys: [{ id: { S: "1" } }, { id: { S: "1" } }] } } }),
      message: "Provided list of item keys contains duplicates",
    },
    {
      title: "expressions beside their legacy counterparts",
      call: () => query({ AttributesToGet: ["note"], ProjectionExpression: "note" }),
      message:
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression, KeyConditionExpression}",
    },
  ];
  for (const { title, call, message } of refusals) {
    it(title, () => {
      expect(errorOf(call)).to.deep.equal({ code: "ValidationException", message, status: 400 });
    });
  }
});
