import { expect } from "chai";
import { satisfies } from "../../../../../emulator/services/dynamodb/expressions/evaluateCondition.ts";
import { parseExpressions } from "../../../../../emulator/services/dynamodb/expressions/requestExpressions.ts";
import type { AttributeValue, Item } from "../../../../../emulator/services/dynamodb/values/attributeValue.ts";
import { errorOf } from "../itemStorageFixtures.ts";

const item: Item = {
  id: { S: "1" },
  color: { S: "red" },
  visits: { N: "10" },
  photo: { B: Buffer.from([1, 2, 3]) },
  lit: { BOOL: true },
  nothing: { NULL: true },
  tags: { SS: ["a", "b"] },
  primes: { NS: ["2", "3"] },
  blobs: { BS: [Buffer.from([7])] },
  stack: { L: [{ S: "x" }, { M: { deep: { N: "1" } } }, { L: [{ S: "x" }] }] },
  address: { M: { street: { S: "Main" }, "a.b": { S: "dot" } } },
  ["__proto__"]: { S: "own" },
};

const values: Readonly<Record<string, AttributeValue>> = {
  ":red": { S: "red" },
  ":r": { S: "r" },
  ":blue": { S: "blue" },
  ":ten": { N: "10" },
  ":2": { N: "2" },
  ":99": { N: "99" },
  ":true": { BOOL: true },
  ":null": { NULL: true },
  ":bytes": { B: Buffer.from([1, 2]) },
  ":seven": { B: Buffer.from([7]) },
  ":tags": { SS: ["b", "a"] },
  ":a": { S: "a" },
  ":x": { S: "x" },
  ":list": { L: [{ S: "x" }] },
  ":map": { M: { street: { S: "Main" }, "a.b": { S: "dot" } } },
  ":type": { S: "N" },
  ":SS": { S: "SS" },
};
const names: Readonly<Record<string, string>> = {
  "#dot": "a.b",
  "#size": "size",
  "#proto": "__proto__",
  "#c": "color",
};

/** Only the placeholders that an expression has. */
function placeholders<Value>(of: Readonly<Record<string, Value>>, expression: string, sign: string) {
  const used = Object.entries(of).filter(([key]) => expression.match(new RegExp(`${sign}\\w+`, "g"))?.includes(key));
  return used.length > 0 ? Object.fromEntries(used) : undefined;
}

const conditionOf = (expression: string) => {
  const { condition } = parseExpressions({
    ConditionExpression: expression,
    ExpressionAttributeNames: placeholders(names, expression, "#"),
    ExpressionAttributeValues: placeholders(values, expression, ":"),
  });
  if (!condition) throw new Error("There is no condition.");
  return condition;
};

describe("An item satisfies a condition:", () => {
  const cases: readonly (readonly [expression: string, holds: boolean])[] = [
    ["color = :red", true],
    ["color = :blue", false],
    [":red = color", true],
    ["color <> :blue", true],
    ["absent <> :blue", true],
    ["absent = :blue", false],
    ["color = :ten", false],
    ["color <> :ten", true],
    ["visits > :2", true],
    ["visits < :2", false],
    ["visits <= :ten", true],
    ["visits >= :ten", true],
    ["visits > :r", false],
    ["absent < :2", false],
    ["lit = :true", true],
    ["nothing = :null", true],
    ["tags = :tags", true],
    ["stack = :list", false],
    ["stack[2] = :list", true],
    ["address = :map", true],
    ["visits BETWEEN :2 AND :99", true],
    ["visits BETWEEN :ten AND :ten", true],
    ["absent BETWEEN :2 AND :99", false],
    [":ten between visits and :99", true],
    ["color IN (:blue, :red)", true],
    ["color in (:blue)", false],
    ["visits IN (:red, :ten)", true],
    ["attribute_exists(color)", true],
    ["attribute_exists(address.street)", true],
    ["attribute_exists(address.#dot)", true],
    ["attribute_exists(address.absent)", false],
    ["attribute_exists(stack[1].deep)", true],
    ["attribute_exists(stack[7])", false],
    ["attribute_exists(color.street)", false],
    ["attribute_exists(toString)", false],
    ["attribute_exists(#proto)", true],
    ["attribute_not_exists(color)", false],
    ["attribute_not_exists(absent)", true],
    ["attribute_type(visits, :type)", true],
    ["attribute_type(color, :type)", false],
    ["attribute_type(tags, :SS)", true],
    ["attribute_type(absent, :type)", false],
    ["begins_with(color, :r)", true],
    ["begins_with(color, :x)", false],
    ["begins_with(photo, :bytes)", true],
    ["begins_with(photo, :r)", false],
    ["contains(color, :r)", true],
    ["contains(tags, :a)", true],
    ["contains(tags, :x)", false],
    ["contains(primes, :2)", true],
    ["contains(blobs, :seven)", true],
    ["contains(stack, :x)", true],
    ["contains(stack, :list)", true],
    ["contains(absent, :x)", false],
    ["size(color) < :ten", true],
    ["size(tags) = :2", true],
    ["size(address) = :2", true],
    ["size(photo) > :2", true],
    ["size(visits) > :2", false],
    ["size(absent) = :2", false],
    ["size(color) = size(stack)", true],
    ["color = :red AND visits = :ten", true],
    ["color = :blue AND visits = :ten", false],
    ["color = :blue OR visits = :ten", true],
    ["color = :blue or visits = :2", false],
    ["NOT color = :blue", true],
    ["not attribute_exists(color)", false],
    ["color = :red OR color = :blue AND visits = :2", true],
    ["(color = :red OR color = :blue) AND visits = :2", false],
    ["NOT color = :blue AND NOT visits = :2", true],
    ["((color = :red) AND (visits = :ten))", true],
    ["(color) = (:red)", true],
    ["#c=:red AND(visits=:ten)", true],
  ];

  for (const [expression, holds] of cases) {
    it(`${expression} → ${String(holds)}`, () => {
      expect(satisfies(item, conditionOf(expression))).to.equal(holds);
    });
  }
});

describe("A condition is refused:", () => {
  const cases: readonly (readonly [expression: string, message: string])[] = [
    ["", "The expression can not be empty;"],
    ["color", 'Syntax error; token: "<EOF>", near: "color"'],
    ["color = ", 'Syntax error; token: "<EOF>", near: "="'],
    ["= :red", 'Syntax error; token: "=", near: "= :red"'],
    ["color == :red", 'Syntax error; token: "=", near: "== :red"'],
    ["color = :red visits", 'Syntax error; token: "visits", near: ":red visits"'],
    ["color ! :red", 'Syntax error; token: "!", near: "color ! :red"'],
    ["color.", 'Syntax error; token: "<EOF>", near: "."'],
    ["stack[a] = :red", 'Syntax error; token: "a", near: "[a]"'],
    ["stack[-1] = :red", 'Syntax error; token: "-", near: "[-1"'],
    ["visits BETWEEN :2 OR :99", 'Syntax error; token: "OR", near: ":2 OR :99"'],
    ["color IN :red", 'Syntax error; token: ":red", near: "IN :red"'],
    ["attribute_exists()", 'Syntax error; token: ")", near: "()"'],
    ["(color = :red", 'Syntax error; token: "<EOF>", near: ":red"'],
    ["color = (visits = :ten)", 'Syntax error; token: "<EOF>", near: ")"'],
    ["((color = :red))", "The expression has redundant parentheses;"],
    ["((color)) = :red", "The expression has redundant parentheses;"],
    ["nope(color)", "Invalid function name; function: nope"],
    ["SIZE(color) = :2", "Invalid function name; function: SIZE"],
    ["size(color)", "The function is not allowed to be used this way in an expression; function: size"],
    [
      "attribute_exists(color) = :true",
      "The function is not allowed to be used this way in an expression; function: attribute_exists",
    ],
    [
      "contains(size(color), attribute_exists(color))",
      "The function is not allowed to be used this way in an expression; function: attribute_exists",
    ],
    ["size = :2", "Attribute name is a reserved keyword; reserved keyword: size"],
    ["address.Name = :red", "Attribute name is a reserved keyword; reserved keyword: Name"],
    [
      "#missing = :red",
      "An expression attribute name used in the document path is not defined; attribute name: #missing",
    ],
    ["color = :missing", "An expression attribute value used in expression is not defined; attribute value: :missing"],
    [
      "attribute_exists(color, visits)",
      "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2",
    ],
    [
      "begins_with(color)",
      "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1",
    ],
    ["attribute_exists(:red)", "Operator or function requires a document path; operator or function: attribute_exists"],
    [
      "begins_with(color, :ten)",
      "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
    ],
    [
      "attribute_type(color, :ten)",
      "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N",
    ],
    [
      "attribute_type(color, visits)",
      "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}",
    ],
    [
      "attribute_type(color, :red)",
      "Invalid attribute type name found; type: red, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
    ],
    ["size(:ten) = :2", "Incorrect operand type for operator or function; operator or function: size, operand type: N"],
    ["color < :true", "Incorrect operand type for operator or function; operator: <, operand type: BOOL"],
    [
      "color = color",
      "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [color]",
    ],
    [
      "contains(stack[0], stack[0])",
      "The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [stack, [0]]",
    ],
    [
      "visits BETWEEN :99 AND :2",
      "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:99}, upper bound operand: AttributeValue: {N:2}",
    ],
    [
      "visits BETWEEN :2 AND :red",
      "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {S:red}",
    ],
    // Of several problems the gravest is told, not the first.
    ["color = :missing AND ((nope(size)))", "The expression has redundant parentheses;"],
    ["color = :missing AND nope(size)", "Invalid function name; function: nope"],
    ["color = :missing AND size = :2", "Attribute name is a reserved keyword; reserved keyword: size"],
    [`color = :red${" ".repeat(4096)}`, "Expression size has exceeded the maximum allowed size; expression size: 4108"],
  ];

  for (const [expression, message] of cases) {
    it(`${expression.trim() || "(empty)"} → ${message}`, () => {
      expect(errorOf(() => conditionOf(expression))).to.deep.equal({
        code: "ValidationException",
        message: `Invalid ConditionExpression: ${message}`,
        status: 400,
      });
    });
  }
});

describe("Placeholders are refused", () => {
  const cases: readonly {
    readonly title: string;
    readonly request: Parameters<typeof parseExpressions>[0];
    readonly message: string;
  }[] = [
    {
      title: "if there are none",
      request: { ConditionExpression: "a = b", ExpressionAttributeNames: {} },
      message: "ExpressionAttributeNames must not be empty",
    },
    {
      title: "for a name of the wrong form",
      request: { ConditionExpression: "a = b", ExpressionAttributeNames: { "#a-b": "a" } },
      message: 'ExpressionAttributeNames contains invalid key: Syntax error; key: "#a-b"',
    },
    {
      title: "for a value of the wrong form",
      request: { ConditionExpression: "a = b", ExpressionAttributeValues: { v: { S: "" } } },
      message: 'ExpressionAttributeValues contains invalid key: Syntax error; key: "v"',
    },
    {
      title: "for a value that is none",
      request: { ConditionExpression: "a = :v", ExpressionAttributeValues: { ":v": { N: "one" } } },
      message:
        "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: one for key :v",
    },
    {
      title: "for names that no expression has",
      request: { ConditionExpression: "a = b", ExpressionAttributeNames: { "#a": "a", "#b": "b" } },
      message: "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}",
    },
    {
      title: "for values that no expression has",
      request: { ConditionExpression: "a = b", ExpressionAttributeValues: { ":a": { S: "a" } } },
      message: "Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}",
    },
  ];

  for (const { title, request, message } of cases) {
    it(title, () => {
      expect(errorOf(() => parseExpressions(request)).message).to.equal(message);
    });
  }
});
