import { expect } from "chai";
import { project } from "../../../../../emulator/services/dynamodb/expressions/project.ts";
import { parseExpressions } from "../../../../../emulator/services/dynamodb/expressions/requestExpressions.ts";
import { reservedWords } from "../../../../../emulator/services/dynamodb/expressions/reservedWords.ts";
import type { AttributeValue, Item } from "../../../../../emulator/services/dynamodb/values/attributeValue.ts";
import { errorOf } from "../itemStorageFixtures.ts";

const item: Item = {
  id: { S: "1" },
  stack: { L: [{ S: "0" }, { M: { a: { S: "a" }, b: { S: "b" } } }, { S: "2" }] },
  tree: { M: { a: { S: "a" }, b: { M: { c: { S: "c" }, d: { S: "d" } } } } },
};

const projected = (ProjectionExpression: string) =>
  project(item, parseExpressions({ ProjectionExpression }).projection ?? []);

describe("A projection", () => {
  const cases: readonly (readonly [expression: string, projected: Readonly<Record<string, AttributeValue>>])[] = [
    ["id", { id: { S: "1" } }],
    ["id, absent", { id: { S: "1" } }],
    ["absent, id.x, stack.x, tree[0], toString", {}],
    ["stack[2], stack[0]", { stack: { L: [{ S: "0" }, { S: "2" }] } }],
    ["stack[1].b", { stack: { L: [{ M: { b: { S: "b" } } }] } }],
    ["stack[7]", {}],
    ["tree.b.c, tree.a", { tree: { M: { a: { S: "a" }, b: { M: { c: { S: "c" } } } } } }],
    ["tree.b.x", {}],
  ];
  for (const [expression, expected] of cases) {
    it(`of ${expression} takes what is there`, () => {
      expect(projected(expression)).to.deep.equal(expected);
    });
  }

  const refused: readonly (readonly [expression: string, message: string])[] = [
    ["", "The expression can not be empty;"],
    ["!!! INVALID !!!", 'Syntax error; token: "!", near: "!!"'],
    ["id,", 'Syntax error; token: "<EOF>", near: ","'],
    ["id stack", 'Syntax error; token: "stack", near: "id stack"'],
    ["list", "Attribute name is a reserved keyword; reserved keyword: list"],
    ["#n", "An expression attribute name used in the document path is not defined; attribute name: #n"],
    [
      "id, id",
      "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [id], path two: [id]",
    ],
  ];
  for (const [expression, message] of refused) {
    it(`is refused: ${expression || "(empty)"}`, () => {
      expect(errorOf(() => projected(expression)).message).to.equal(`Invalid ProjectionExpression: ${message}`);
    });
  }
});

describe("The reserved words", () => {
  it("are 573, in capital letters", () => {
    expect(reservedWords.size).to.equal(573);
    expect([...reservedWords].filter((word) => !/^[A-Z]+$/.test(word))).to.deep.equal([]);
  });
});
