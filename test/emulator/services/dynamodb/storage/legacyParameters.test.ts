import { expect } from "chai";
import type { Items } from "../../../../../emulator/services/dynamodb/storage/itemStorage.ts";
import { errorOf, openItems, people, type RefusedCall } from "../itemStorageFixtures.ts";

const TableName = "people";
const Item = { id: { S: "1" }, color: { S: "red" }, visits: { N: "3" }, lit: { BOOL: true }, tags: { SS: ["a", "b"] } };
const Key = { id: Item.id };

type Filter = NonNullable<Parameters<Items["scan"]>[0]["ScanFilter"]>;
type Expected = NonNullable<Parameters<Items["putItem"]>[0]["Expected"]>;

describe("Parameters from before expressions:", () => {
  let items: Items;
  beforeEach(() => {
    items = openItems(people);
    items.putItem({ TableName, Item });
  });

  const color = (S: string) => ({ ComparisonOperator: "EQ" as const, AttributeValueList: [{ S }] });
  const visits = (...numbers: string[]) => numbers.map((N) => ({ N }));

  const filters: readonly {
    readonly title: string;
    readonly filter: Filter;
    readonly or?: true;
    readonly finds: boolean;
  }[] = [
    { title: "EQ", filter: { color: color("red") }, finds: true },
    { title: "EQ of another", filter: { color: color("blue") }, finds: false },
    {
      title: "EQ of a boolean",
      filter: { lit: { ComparisonOperator: "EQ", AttributeValueList: [{ BOOL: true }] } },
      finds: true,
    },
    { title: "NE", filter: { color: { ...color("blue"), ComparisonOperator: "NE" } }, finds: true },
    { title: "NE of what is missing", filter: { none: { ...color("blue"), ComparisonOperator: "NE" } }, finds: true },
    { title: "LT", filter: { visits: { ComparisonOperator: "LT", AttributeValueList: visits("10") } }, finds: true },
    { title: "GE", filter: { visits: { ComparisonOperator: "GE", AttributeValueList: visits("10") } }, finds: false },
    {
      title: "BETWEEN",
      filter: { visits: { ComparisonOperator: "BETWEEN", AttributeValueList: visits("1", "3") } },
      finds: true,
    },
    {
      title: "IN",
      filter: { visits: { ComparisonOperator: "IN", AttributeValueList: visits("1", "3") } },
      finds: true,
    },
    { title: "CONTAINS", filter: { tags: { ...color("a"), ComparisonOperator: "CONTAINS" } }, finds: true },
    { title: "NOT_CONTAINS", filter: { tags: { ...color("a"), ComparisonOperator: "NOT_CONTAINS" } }, finds: false },
    { title: "BEGINS_WITH", filter: { color: { ...color("r"), ComparisonOperator: "BEGINS_WITH" } }, finds: true },
    { title: "NULL", filter: { none: { ComparisonOperator: "NULL" } }, finds: true },
    { title: "NOT_NULL", filter: { none: { ComparisonOperator: "NOT_NULL" } }, finds: false },
    {
      title: "two of which one holds",
      filter: { color: color("red"), lit: { ComparisonOperator: "NULL" } },
      finds: false,
    },
    {
      title: "one or the other",
      filter: { lit: { ComparisonOperator: "NULL" }, color: color("red") },
      or: true,
      finds: true,
    },
    {
      title: "neither the one nor the other",
      filter: { lit: { ComparisonOperator: "NULL" }, color: color("blue") },
      or: true,
      finds: false,
    },
  ];
  for (const { title, filter, or, finds } of filters) {
    it(`a filter with ${title} ${finds ? "finds" : "passes over"} the item`, () => {
      const answer = items.scan({ TableName, ScanFilter: filter, ConditionalOperator: or && "OR" });

      expect(answer.Count).to.equal(finds ? 1 : 0);
    });
  }

  const expectations: readonly { readonly title: string; readonly expected: Expected; readonly holds: boolean }[] = [
    { title: "a value that is there", expected: { color: { Value: { S: "red" } } }, holds: true },
    {
      title: "a value, said to exist, that is another",
      expected: { color: { Value: { S: "blue" }, Exists: true } },
      holds: false,
    },
    { title: "nothing where nothing is", expected: { none: { Exists: false } }, holds: true },
    { title: "nothing where something is", expected: { color: { Exists: false } }, holds: false },
    {
      title: "a comparison",
      expected: { visits: { ComparisonOperator: "GT", AttributeValueList: visits("2") } },
      holds: true,
    },
  ];
  for (const { title, expected, holds } of expectations) {
    it(`what expects ${title} is ${holds ? "done" : "refused"}`, () => {
      const remove = () => items.deleteItem({ TableName, Key, Expected: expected });

      if (holds) remove();
      else expect(errorOf(remove).code).to.equal("ConditionalCheckFailedException");
      expect(items.scan({ TableName }).Count).to.equal(holds ? 0 : 1);
    });
  }

  it("an update puts, adds and deletes", () => {
    const { Attributes } = items.updateItem({
      TableName,
      Key,
      AttributeUpdates: {
        color: { Value: { S: "blue" } },
        visits: { Action: "ADD", Value: { N: "2" } },
        tags: { Action: "DELETE", Value: { SS: ["a"] } },
        lit: { Action: "DELETE" },
        log: { Action: "ADD", Value: { L: [{ S: "x" }] } },
      },
      ReturnValues: "ALL_NEW",
    });

    expect(Attributes).to.deep.equal({
      id: { S: "1" },
      color: { S: "blue" },
      visits: { N: "5" },
      tags: { SS: ["b"] },
      log: { L: [{ S: "x" }] },
    });
  });

  const invalid = (problem: string) => `One or more parameter values were invalid: ${problem}`;
  const refusals: readonly Omit<RefusedCall, "code">[] = [
    {
      title: "an operator without conditions",
      call: () => items.scan({ TableName, ConditionalOperator: "OR" }),
      message: "ConditionalOperator cannot be used without Filter or Expected",
    },
    {
      title: "an operator with one condition",
      call: () => items.scan({ TableName, ConditionalOperator: "OR", ScanFilter: { color: color("red") } }),
      message: "ConditionalOperator can only be used when Filter or Expected has two or more elements",
    },
    {
      title: "a comparison with too many values",
      call: () =>
        items.scan({
          TableName,
          ScanFilter: { visits: { ComparisonOperator: "EQ", AttributeValueList: visits("1", "2") } },
        }),
      message: invalid("Invalid number of argument(s) for the EQ ComparisonOperator"),
    },
    {
      title: "a value that is expected not to exist",
      call: () => items.deleteItem({ TableName, Key, Expected: { color: { Value: { S: "red" }, Exists: false } } }),
      message: invalid("Value cannot be used when Exists is false for Attribute: color"),
    },
    {
      title: "an addition to a string",
      call: () =>
        items.updateItem({ TableName, Key, AttributeUpdates: { color: { Action: "ADD", Value: { S: "x" } } } }),
      message: invalid("ADD action is not supported for the type S"),
    },
    {
      title: "an addition of a number to what is none",
      call: () =>
        items.updateItem({ TableName, Key, AttributeUpdates: { color: { Action: "ADD", Value: { N: "1" } } } }),
      message: "Type mismatch for attribute to update",
    },
    {
      title: "an expression beside them",
      call: () =>
        items.deleteItem({
          TableName,
          Key,
          ConditionExpression: "attribute_exists(id)",
          Expected: { id: { Value: Item.id } },
        }),
      message:
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}",
    },
  ];
  for (const { title, call, message } of refusals) {
    it(`${title} is refused`, () => {
      expect(errorOf(call)).to.deep.equal({ code: "ValidationException", message, status: 400 });
    });
  }
});
