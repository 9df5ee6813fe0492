import { AttributeAction, ComparisonOperator, ReturnValue } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { attribute, Item, Key, scalar, value, type ItemRequest } from "./arbitraryItems.ts";

const comparison = fc
  .record({
    ComparisonOperator: fc.constantFrom(...Object.values(ComparisonOperator)),
    AttributeValueList: fc.option(fc.array(value, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  })
  // Lists and maps are compared by identity by dynalite, and BOOL and NULL not at all.
  .filter(({ AttributeValueList = [] }) =>
    AttributeValueList.every(({ L, M, BOOL, NULL }) => (L ?? M ?? BOOL ?? NULL) === undefined),
  );
/**
 * Of `Expected`, dynalite compares the beginnings of numbers, and sets that are bounds, as if they were text: AWS takes none
 * (API Reference, ExpectedAttributeValue).
 */
const takenByExpected: ReadonlyMap<string, readonly string[]> = new Map([
  ["BEGINS_WITH", ["S", "B"]],
  ["BETWEEN", ["S", "N", "B"]],
]);
const expectedComparison = comparison.filter(({ ComparisonOperator: operator, AttributeValueList = [] }) => {
  const types = takenByExpected.get(operator);
  return !types || AttributeValueList.flatMap((value) => Object.keys(value)).every((type) => types.includes(type));
});
const legacyConditions = fc.dictionary(attribute, comparison, { minKeys: 1, maxKeys: 2 });

const legacyPut: fc.Arbitrary<ItemRequest> = fc
  .tuple(
    Item,
    fc.dictionary(
      attribute,
      fc.oneof(
        fc.record({ Exists: fc.boolean() }),
        fc.record({ Value: scalar }),
        // Not true: dynalite does not look at the value then.
        fc.record({ Value: scalar, Exists: fc.constant(false) }),
        expectedComparison,
      ),
      { minKeys: 1, maxKeys: 2 },
    ),
  )
  .map(([item, Expected]) => ({ kind: "put", input: { Item: item, Expected } }));

const legacyUpdate: fc.Arbitrary<ItemRequest> = fc
  .tuple(
    Key,
    fc.dictionary(
      attribute,
      fc.record({
        Action: fc.constantFrom(...Object.values(AttributeAction), undefined),
        Value: fc.option(value, { nil: undefined }),
      }),
      { minKeys: 1, maxKeys: 2 },
    ),
    fc.constantFrom(...Object.values(ReturnValue)),
  )
  .map(([key, AttributeUpdates, ReturnValues]) => ({
    kind: "update",
    input: { Key: key, AttributeUpdates, ReturnValues },
  }));

const legacyQuery: fc.Arbitrary<ItemRequest> = fc
  .tuple(
    fc.constantFrom("ann", "bob"),
    fc.option(fc.constantFrom("EQ" as const, "LT" as const, "GE" as const, "NE" as const), { nil: undefined }),
    fc.option(legacyConditions, { nil: undefined }),
    fc.option(
      fc.constant(undefined).map(() => ["a", "customer"]),
      { nil: undefined },
    ),
  )
  .map(([S, operator, QueryFilter, AttributesToGet]) => ({
    kind: "query",
    input: {
      KeyConditions: {
        customer: { ComparisonOperator: "EQ", AttributeValueList: [{ S }] },
        ...(operator && { number: { ComparisonOperator: operator, AttributeValueList: [{ N: "2" }] } }),
      },
      QueryFilter,
      AttributesToGet,
    },
  }));

const legacyScan: fc.Arbitrary<ItemRequest> = legacyConditions.map((ScanFilter) => ({
  kind: "scan",
  input: { ScanFilter },
}));

/** Requests with the parameters from before expressions; not `ConditionalOperator`, of which dynalite does not know all. */
export const legacyRequest: fc.Arbitrary<ItemRequest> = fc.oneof(
  { weight: 2, arbitrary: legacyPut },
  { weight: 2, arbitrary: legacyUpdate },
  { weight: 1, arbitrary: legacyQuery },
  { weight: 1, arbitrary: legacyScan },
);
