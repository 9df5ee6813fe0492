import { expect } from "chai";
import { satisfies } from "../../../../../emulator/services/dynamodb/expressions/evaluateCondition.ts";
import { parseExpressions } from "../../../../../emulator/services/dynamodb/expressions/requestExpressions.ts";
import { errorOf } from "../itemStorageFixtures.ts";
import { conditionOf, item } from "./conditionFixtures.ts";

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
    [`${"(".repeat(4000)}a`, "The expression has redundant parentheses;"],
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
    it(`${expression.trim().slice(0, 100) || "(empty)"} → ${message}`, () => {
      expect(errorOf(() => conditionOf(expression))).to.deep.equal({
        code: "ValidationException",
        message: `Invalid ConditionExpression: ${message}`,
        status: 400,
      });
    });
  }
});

describe("A condition is refused that has too much in it:", () => {
  const many = (count: number, text: string, between: string) =>
    Array.from({ length: count }, () => text).join(between);

  const cases: readonly (readonly [title: string, expression: string, message: string])[] = [
    [
      "more than 100 operands of IN",
      `color IN (${many(101, ":red", ",")})`,
      "The IN operator is provided with too many operands; number of operands: 101",
    ],
    [
      "more than 300 operators and functions",
      `${many(150, "attribute_exists(a)", " OR ")} OR NOT a = b`,
      "The expression contains too many operators; operator count: 302",
    ],
  ];
  for (const [title, expression, message] of cases) {
    it(title, () => {
      expect(errorOf(() => conditionOf(expression)).message).to.equal(`Invalid ConditionExpression: ${message}`);
    });
  }

  it("but not one that has just as much as it may", () => {
    expect(satisfies(item, conditionOf(`color IN (${many(100, ":red", ",")})`))).to.equal(true);
    expect(satisfies(item, conditionOf(`NOT ${many(150, "attribute_exists(a)", " OR ")}`))).to.equal(true);
  });
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
