import { expect } from "chai";
import { applyUpdate } from "../../../../../emulator/services/dynamodb/expressions/applyUpdate.ts";
import { parseExpressions } from "../../../../../emulator/services/dynamodb/expressions/requestExpressions.ts";
import type { AttributeValue, Item } from "../../../../../emulator/services/dynamodb/values/attributeValue.ts";
import { errorOf } from "../itemStorageFixtures.ts";

const item: Item = {
  n: { N: "10" },
  s: { S: "x" },
  stack: { L: [{ S: "0" }, { S: "1" }, { S: "2" }] },
  tree: { M: { a: { N: "1" }, core: { M: { b: { S: "b" } } } } },
  tags: { SS: ["a", "b"] },
  primes: { NS: ["2", "3"] },
  blobs: { BS: [Buffer.from([1]), Buffer.from([2])] },
};

const values: Readonly<Record<string, AttributeValue>> = {
  ":1": { N: "1" },
  ":big": { N: "99999999999999999999999999999999999999" },
  ":s": { S: "new" },
  ":list": { L: [{ S: "new" }] },
  ":tags": { SS: ["b", "c"] },
  ":ab": { SS: ["a", "b"] },
  ":primes": { NS: ["3", "5"] },
  ":blobs": { BS: [Buffer.from([2]), Buffer.from([3])] },
};

const update = (expression: string) => {
  const used = Object.entries(values).filter(([key]) => expression.match(/:\w+/g)?.includes(key));
  const { update: actions = [] } = parseExpressions({
    UpdateExpression: expression,
    ExpressionAttributeValues: used.length > 0 ? Object.fromEntries(used) : undefined,
  });
  return applyUpdate(item, actions);
};

describe("An update", () => {
  const cases: readonly (readonly [
    expression: string,
    changed: Readonly<Record<string, AttributeValue | undefined>>,
  ])[] = [
    ["SET s = :s", { s: { S: "new" } }],
    ["SET fresh = :s", { fresh: { S: "new" } }],
    ["SET n = n + :1", { n: { N: "11" } }],
    ["SET n = :1 - n", { n: { N: "-9" } }],
    ["SET n = (n + :1)", { n: { N: "11" } }],
    ["SET fresh = n", { fresh: { N: "10" } }],
    ["SET n = s, s = n", { n: { S: "x" }, s: { N: "10" } }],
    ["SET n = n + :1, fresh = n", { n: { N: "11" }, fresh: { N: "10" } }],
    ["SET fresh = if_not_exists(fresh, :1)", { fresh: { N: "1" } }],
    ["SET n = if_not_exists(n, :1)", {}],
    ["SET fresh = if_not_exists(fresh, :1) + :1", { fresh: { N: "2" } }],
    ["SET fresh = if_not_exists(fresh, if_not_exists(another, n))", { fresh: { N: "10" } }],
    ["SET stack = list_append(stack, :list)", { stack: { L: [{ S: "0" }, { S: "1" }, { S: "2" }, { S: "new" }] } }],
    ["SET stack = list_append(:list, stack)", { stack: { L: [{ S: "new" }, { S: "0" }, { S: "1" }, { S: "2" }] } }],
    ["SET stack[1] = :s", { stack: { L: [{ S: "0" }, { S: "new" }, { S: "2" }] } }],
    ["SET stack[9] = :s", { stack: { L: [{ S: "0" }, { S: "1" }, { S: "2" }, { S: "new" }] } }],
    [
      "SET stack[9] = :s, stack[7] = :1",
      { stack: { L: [{ S: "0" }, { S: "1" }, { S: "2" }, { N: "1" }, { S: "new" }] } },
    ],
    ["SET tree.a = :s", { tree: { M: { a: { S: "new" }, core: { M: { b: { S: "b" } } } } } }],
    ["SET tree.core.c = :s", { tree: { M: { a: { N: "1" }, core: { M: { b: { S: "b" }, c: { S: "new" } } } } } }],
    ["REMOVE s", { s: undefined }],
    ["REMOVE absent", {}],
    ["remove s, n", { s: undefined, n: undefined }],
    ["REMOVE stack[0], stack[1]", { stack: { L: [{ S: "2" }] } }],
    ["REMOVE stack[1], stack[0]", { stack: { L: [{ S: "2" }] } }],
    ["REMOVE stack[9]", {}],
    ["REMOVE tree.core.b", { tree: { M: { a: { N: "1" }, core: { M: {} } } } }],
    ["SET stack[0] = :s REMOVE stack[1]", { stack: { L: [{ S: "new" }, { S: "2" }] } }],
    ["ADD n :1", { n: { N: "11" } }],
    ["ADD fresh :1", { fresh: { N: "1" } }],
    ["ADD tree.a :1", { tree: { M: { a: { N: "2" }, core: { M: { b: { S: "b" } } } } } }],
    ["ADD tags :tags", { tags: { SS: ["a", "b", "c"] } }],
    ["ADD primes :primes", { primes: { NS: ["2", "3", "5"] } }],
    ["ADD blobs :blobs", { blobs: { BS: [Buffer.from([1]), Buffer.from([2]), Buffer.from([3])] } }],
    ["ADD fresh :tags", { fresh: { SS: ["b", "c"] } }],
    ["DELETE tags :tags", { tags: { SS: ["a"] } }],
    ["DELETE primes :primes", { primes: { NS: ["2"] } }],
    ["DELETE blobs :blobs", { blobs: { BS: [Buffer.from([1])] } }],
    ["DELETE tags :ab", { tags: undefined }],
    ["DELETE absent :tags", {}],
    [
      "ADD n :1 SET s = :s DELETE tags :ab REMOVE tree",
      { n: { N: "11" }, s: { S: "new" }, tags: undefined, tree: undefined },
    ],
  ];

  for (const [expression, changed] of cases) {
    it(expression, () => {
      const expected = Object.entries({ ...item, ...changed }).filter(([, value]) => value !== undefined);

      expect(update(expression)).to.deep.equal(Object.fromEntries(expected));
    });
  }

  it("leaves the item as it is", () => {
    const before = structuredClone(item);

    update("SET stack[0] = :s, tree.a = :1 REMOVE tags");

    expect(item).to.deep.equal(before);
  });

  const refused: readonly (readonly [expression: string, message: string])[] = [
    ["SET s = s + :1", "An operand in the update expression has an incorrect data type"],
    ["SET s = list_append(s, :list)", "An operand in the update expression has an incorrect data type"],
    ["ADD s :1", "An operand in the update expression has an incorrect data type"],
    ["DELETE n :tags", "An operand in the update expression has an incorrect data type"],
    ["SET s = absent", "The provided expression refers to an attribute that does not exist in the item"],
    ["SET n = absent + :1", "The provided expression refers to an attribute that does not exist in the item"],
    ["SET absent.a = :1", "The document path provided in the update expression is invalid for update"],
    ["REMOVE absent.a", "The document path provided in the update expression is invalid for update"],
    ["SET s[0] = :1", "The document path provided in the update expression is invalid for update"],
    ["SET stack.a = :1", "The document path provided in the update expression is invalid for update"],
    ["SET n = n + :big", "Attempting to store more than 38 significant digits in a Number"],
    ["", "Invalid UpdateExpression: The expression can not be empty;"],
    ["INVALID SYNTAX HERE", 'Invalid UpdateExpression: Syntax error; token: "INVALID", near: "INVALID SYNTAX"'],
    ["ADD n : incr", 'Invalid UpdateExpression: Syntax error; token: ":", near: "n : incr"'],
    ["SET s = :s,", 'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: ","'],
    [`SET s = ${"(".repeat(4000)}`, "Invalid UpdateExpression: The expression has redundant parentheses;"],
    ["SET s :s", 'Invalid UpdateExpression: Syntax error; token: ":s", near: "s :s"'],
    ["SET n = n + n + n", 'Invalid UpdateExpression: Syntax error; token: "+", near: "n + n"'],
    ["ADD n s", 'Invalid UpdateExpression: Syntax error; token: "s", near: "n s"'],
    ["SET size = :s", "Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: size"],
    ["SET s = nope(n)", "Invalid UpdateExpression: Invalid function name; function: nope"],
    [
      "SET s = :s SET n = :1",
      'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
    ],
    [
      "SET #s = :s",
      "Invalid UpdateExpression: An expression attribute name used in the document path is not defined; attribute name: #s",
    ],
    [
      "SET s = :missing",
      "Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :missing",
    ],
    [
      "SET s = :s REMOVE s",
      "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [s], path two: [s]",
    ],
    [
      "SET tree.a = :s, tree = :1",
      "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [tree, a], path two: [tree]",
    ],
    [
      "SET tree.a = :s, tree[0] = :1",
      "Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [tree, a], path two: [tree, [0]]",
    ],
    [
      "ADD s :s",
      "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING",
    ],
    [
      "DELETE n :1",
      "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER",
    ],
    [
      "SET n = n + :s",
      "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S",
    ],
    [
      "SET stack = list_append(stack, :1)",
      "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: list_append, operand type: N",
    ],
    [
      "SET s = if_not_exists(:1, :s)",
      "Invalid UpdateExpression: Operator or function requires a document path; operator or function: if_not_exists",
    ],
    [
      "SET s = if_not_exists(s)",
      "Invalid UpdateExpression: Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1",
    ],
  ];

  for (const [expression, message] of refused) {
    it(`is refused: ${expression.slice(0, 100) || "(empty)"}`, () => {
      expect(errorOf(() => update(expression)).message).to.equal(message);
    });
  }
});
