import { expect } from "chai";
import { attributesOf } from "../../../../emulator/services/dynamodb/attributeNames.ts";

const names = { "#n": "name", "#s": "size" };

const expressions: { expression: string | undefined; attributes: string[] }[] = [
  { expression: undefined, attributes: [] },
  { expression: "id, #n", attributes: ["id", "name"] },
  { expression: "address.street[0].#s, tags[1]", attributes: ["address", "tags"] },
  { expression: "id = :id AND begins_with(#n, :size)", attributes: ["id", "name"] },
  { expression: "attribute_not_exists(id) or not (size(#s) between :a and :b)", attributes: ["id", "size"] },
  { expression: "#n IN (:a, :b)", attributes: ["name"] },
  {
    expression: "SET a = if_not_exists(b, :x) + :y REMOVE c ADD d :z DELETE e :w",
    attributes: ["a", "b", "c", "d", "e"],
  },
  { expression: "set seats=:s", attributes: ["seats"] },
  { expression: "_private, a1", attributes: ["_private", "a1"] },
];

describe("the attributes of an expression", () => {
  for (const { expression, attributes } of expressions) {
    it(`'${expression}' are ${attributes.join(", ") || "none"}`, () => {
      expect(attributesOf([expression], names)).to.deep.equal(attributes);
    });
  }

  it("are those of all expressions, in their order", () => {
    expect(attributesOf(["b", undefined, "a"])).to.deep.equal(["b", "a"]);
  });
});
