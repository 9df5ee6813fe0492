import { ReturnValue, type AttributeValue } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { attribute, Item, Key, path, type ItemRequest } from "./arbitraryItems.ts";

/** Conditions that compare with scalars: dynalite compares lists and maps by identity. */
const condition = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.tuple(path, fc.constantFrom("=", "<>")).map(([name, comparator]) => `${name} ${comparator} :s`),
    fc.tuple(path, fc.constantFrom("<", "<=", ">", ">=")).map(([name, comparator]) => `${name} ${comparator} :n`),
    path.map((name) => `attribute_exists(${name})`),
    path.map((name) => `attribute_not_exists(${name})`),
    attribute.map((name) => `attribute_type(${name}, :t)`),
    attribute.map((name) => `begins_with(${name}, :p)`),
    attribute.map((name) => `contains(${name}, :p)`),
    attribute.map((name) => `${name} BETWEEN :n AND :m`),
    attribute.map((name) => `${name} IN (:n, :s)`),
    fc.tuple(tie("node"), tie("node")).map(([left, right]) => `(${left} AND ${right})`),
    fc.tuple(tie("node"), tie("node")).map(([left, right]) => `${left} OR ${right}`),
    tie("node").map((node) => `NOT (${node})`),
  ),
})).node;

const placeholders: Readonly<Record<string, AttributeValue>> = {
  ":s": { S: "a" },
  ":n": { N: "1" },
  ":m": { N: "50" },
  ":t": { S: "N" },
  ":p": { S: "a" },
  ":set": { SS: ["a", "c"] },
  ":list": { L: [{ S: "x" }] },
};

/** The values that expressions use, and no others. */
function valuesOf(...expressions: readonly (string | undefined)[]) {
  const used = new Set(expressions.flatMap((expression = "") => expression.match(/:\w+/g) ?? []));
  const values = Object.entries(placeholders).filter(([placeholder]) => used.has(placeholder));
  return values.length > 0 ? Object.fromEntries(values) : undefined;
}

const clause = fc.oneof(
  attribute.map((name) => `SET ${name} = :s`),
  attribute.map((name) => `SET ${name} = ${name} + :n`),
  attribute.map((name) => `SET ${name} = if_not_exists(${name}, :n) - :m`),
  attribute.map((name) => `SET ${name} = list_append(if_not_exists(${name}, :list), :list)`),
  fc.constantFrom("SET a.m = :n", "SET c[0] = :s", "SET c[7] = :n", "SET a = b, b = a", "SET state = :p"),
  fc.constantFrom("REMOVE a", "REMOVE b.n, c", "REMOVE c[0]", "REMOVE state"),
  attribute.map((name) => `ADD ${name} :n`),
  attribute.map((name) => `ADD ${name} :set`),
  attribute.map((name) => `DELETE ${name} :set`),
  fc.constantFrom("SET number = :n", "SET a = :s, a.m = :n", "DELETE a :n", "SET size = :n", "SET a = nope(b)"),
);

const maybeCondition = fc.option(condition, { nil: undefined, freq: 2 });
const projection = fc.option(fc.constantFrom("a", "a.m, b", "c[0], c[1]", "customer, a"), { nil: undefined });

const put: fc.Arbitrary<ItemRequest> = fc
  .tuple(Item, maybeCondition, fc.constantFrom("ALL_OLD" as const, undefined))
  .map(([item, ConditionExpression, ReturnValues]) => ({
    kind: "put",
    input: {
      Item: item,
      ConditionExpression,
      ReturnValues,
      ExpressionAttributeValues: valuesOf(ConditionExpression),
    },
  }));

const update: fc.Arbitrary<ItemRequest> = fc
  .tuple(Key, clause, maybeCondition, fc.constantFrom(...Object.values(ReturnValue)))
  .map(([key, UpdateExpression, ConditionExpression, ReturnValues]) => ({
    kind: "update",
    input: {
      Key: key,
      UpdateExpression,
      ConditionExpression,
      ReturnValues,
      ExpressionAttributeValues: valuesOf(UpdateExpression, ConditionExpression),
    },
  }));

const remove: fc.Arbitrary<ItemRequest> = fc.tuple(Key, maybeCondition).map(([key, ConditionExpression]) => ({
  kind: "delete",
  input: {
    Key: key,
    ConditionExpression,
    ReturnValues: "ALL_OLD",
    ExpressionAttributeValues: valuesOf(ConditionExpression),
  },
}));

const get: fc.Arbitrary<ItemRequest> = fc.tuple(Key, projection).map(([key, ProjectionExpression]) => ({
  kind: "get",
  input: { Key: key, ProjectionExpression, ReturnConsumedCapacity: "TOTAL" },
}));

const keyCondition = fc.constantFrom(
  "customer = :p",
  "customer = :s AND #n > :n",
  "customer = :s AND #n BETWEEN :n AND :m",
  ":n <= #n AND customer = :s",
  "customer = :s AND begins_with(#n, :p)",
  "#n = :n",
  "customer <> :s",
);

const query: fc.Arbitrary<ItemRequest> = fc
  .tuple(
    keyCondition,
    fc.constantFrom("ann", "bob", "zoë"),
    maybeCondition,
    fc.boolean(),
    fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    projection,
  )
  .map(([KeyConditionExpression, customer, FilterExpression, ScanIndexForward, Limit, ProjectionExpression]) => ({
    kind: "query",
    input: {
      KeyConditionExpression,
      FilterExpression,
      ProjectionExpression,
      ScanIndexForward,
      Limit,
      ...(KeyConditionExpression.includes("#n") && { ExpressionAttributeNames: { "#n": "number" } }),
      ExpressionAttributeValues: {
        ...valuesOf(KeyConditionExpression, FilterExpression),
        ...(KeyConditionExpression.includes(":s") && { ":s": { S: customer } }),
      },
    },
  }));

const scan: fc.Arbitrary<ItemRequest> = fc
  .tuple(maybeCondition, fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), fc.integer({ min: 0, max: 2 }))
  .map(([FilterExpression, Limit, Segment]) => ({
    kind: "scan",
    input: {
      FilterExpression,
      Limit,
      Segment,
      TotalSegments: 3,
      ExpressionAttributeValues: valuesOf(FilterExpression),
    },
  }));

/** Requests with expressions. */
export const expressionRequest: fc.Arbitrary<ItemRequest> = fc.oneof(
  { weight: 3, arbitrary: put },
  { weight: 4, arbitrary: update },
  { weight: 1, arbitrary: remove },
  { weight: 1, arbitrary: get },
  { weight: 2, arbitrary: query },
  { weight: 1, arbitrary: scan },
);
