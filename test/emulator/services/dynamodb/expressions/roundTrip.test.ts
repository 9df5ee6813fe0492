import { expect } from "chai";
import fc from "fast-check";
import { applyUpdate } from "../../../../../emulator/services/dynamodb/expressions/applyUpdate.ts";
import type {
  Comparator,
  Condition,
  Operand,
} from "../../../../../emulator/services/dynamodb/expressions/condition.ts";
import type { DocumentPath } from "../../../../../emulator/services/dynamodb/expressions/documentPath.ts";
import { satisfies } from "../../../../../emulator/services/dynamodb/expressions/evaluateCondition.ts";
import { parseCondition } from "../../../../../emulator/services/dynamodb/expressions/parseCondition.ts";
import { Placeholders } from "../../../../../emulator/services/dynamodb/expressions/placeholders.ts";
import {
  attributeTypes,
  type AttributeValue,
  type Item,
} from "../../../../../emulator/services/dynamodb/values/attributeValue.ts";

const step = fc.oneof(fc.constantFrom("a", "b c", "size", "ü"), fc.integer({ min: 0, max: 9 }));
const path: fc.Arbitrary<DocumentPath> = fc
  .tuple(fc.constantFrom("a", "size", "x.y"), fc.array(step, { maxLength: 3 }))
  .map(([name, steps]) => [name, ...steps] as const);
const pathOperand = path.map((one): Operand => ({ kind: "path", path: one }));
const valued = (value: AttributeValue): Operand => ({ kind: "value", value });
const numberOperand = fc.integer().map((number) => valued({ N: String(number) }));
const textOperand = fc.string().map((S) => valued({ S }));
const sizeOperand = pathOperand.map((operand): Operand => ({ kind: "function", name: "size", operands: [operand] }));

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(
      fc.oneof(pathOperand, sizeOperand),
      fc.constantFrom<Comparator>("=", "<>", "<", "<=", ">", ">="),
      numberOperand,
      fc.boolean(),
    )
    .map(([one, comparator, other, isMirrored]): Condition => {
      const [left, right] = isMirrored ? [other, one] : [one, other];
      return { kind: "comparison", comparator, left, right };
    }),
  fc.tuple(pathOperand, fc.integer(), fc.nat()).map(([operand, lower, more]): Condition => ({
    kind: "between",
    operand,
    lower: valued({ N: String(lower) }),
    upper: valued({ N: String(lower + more) }),
  })),
  fc
    .tuple(pathOperand, fc.array(textOperand, { minLength: 1, maxLength: 3 }))
    .map(([operand, candidates]): Condition => ({ kind: "in", operand, candidates })),
  fc
    .tuple(fc.constantFrom("attribute_exists", "attribute_not_exists"), pathOperand)
    .map(([name, operand]): Condition => ({ kind: "function", name, operands: [operand] })),
  fc
    .tuple(fc.constantFrom("begins_with", "contains"), pathOperand, textOperand)
    .map(([name, operand, argument]): Condition => ({ kind: "function", name, operands: [operand, argument] })),
  fc.tuple(pathOperand, fc.constantFrom(...attributeTypes)).map(([operand, S]): Condition => ({
    kind: "function",
    name: "attribute_type",
    operands: [operand, valued({ S })],
  })),
);

const condition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), tie("condition"), tie("condition"))
      .map(([kind, left, right]): Condition => ({ kind, left, right })),
    tie("condition").map((negated): Condition => ({ kind: "not", condition: negated })),
  ),
})).condition;

/** Writes a condition as an expression, and keeps what its placeholders stand for. */
class Printer {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, AttributeValue> = {};

  print(one: Condition): string {
    switch (one.kind) {
      case "and":
      case "or":
        return `(${this.print(one.left)}) ${one.kind} (${this.print(one.right)})`;
      case "not":
        return `NOT (${this.print(one.condition)})`;
      case "comparison":
        return `${this.#operand(one.left)}${one.comparator}${this.#operand(one.right)}`;
      case "between":
        return `${this.#operand(one.operand)} BETWEEN ${this.#operand(one.lower)} AND ${this.#operand(one.upper)}`;
      case "in":
        return `${this.#operand(one.operand)} IN (${one.candidates.map((each) => this.#operand(each)).join(",")})`;
      case "function":
        return this.#operand(one);
    }
  }

  #operand(operand: Operand): string {
    if (operand.kind === "function") {
      return `${operand.name}(${operand.operands.map((each) => this.#operand(each)).join(", ")})`;
    }
    if (operand.kind === "value") {
      const placeholder = `:v${Object.keys(this.values).length}`;
      this.values[placeholder] = operand.value;
      return placeholder;
    }
    return operand.path
      .map((each, index) => (typeof each === "number" ? `[${each}]` : `${index > 0 ? "." : ""}${this.#name(each)}`))
      .join("");
  }

  #name(name: string): string {
    const placeholder = `#n${Object.keys(this.names).length}`;
    this.names[placeholder] = name;
    return placeholder;
  }
}

describe("Expressions, whatever they say:", () => {
  it("a condition that is written down is read as it was", () => {
    fc.assert(
      fc.property(condition, (one) => {
        const printer = new Printer();
        const text = printer.print(one);
        const filled = <Value>(of: Record<string, Value>) => (Object.keys(of).length > 0 ? of : undefined);

        const parsed = parseCondition(text, new Placeholders(filled(printer.names), filled(printer.values)));

        expect(parsed, text).to.deep.equal(one);
      }),
      { numRuns: 500 },
    );
  });

  const value = fc.oneof(
    fc.integer().map((number) => ({ N: String(number) })),
    fc.string().map((S) => ({ S })),
    fc
      .array(
        fc.integer().map((number) => ({ N: String(number) })),
        { maxLength: 3 },
      )
      .map((L) => ({ L })),
  );
  const item: fc.Arbitrary<Item> = fc.dictionary(fc.constantFrom("a", "size"), value);

  it("AND, OR and NOT are those of logic", () => {
    fc.assert(
      fc.property(item, condition, condition, (one, left, right) => {
        const [p, q] = [satisfies(one, left), satisfies(one, right)];

        expect(satisfies(one, { kind: "and", left, right })).to.equal(p && q);
        expect(satisfies(one, { kind: "or", left, right })).to.equal(p || q);
        expect(satisfies(one, { kind: "not", condition: left })).to.equal(!p);
      }),
    );
  });

  it("a path can be read where it has been set, and not where it has been removed", () => {
    fc.assert(
      fc.property(item, fc.constantFrom("a", "b"), value, (one, name, set) => {
        const exists: Condition = {
          kind: "function",
          name: "attribute_exists",
          operands: [{ kind: "path", path: [name] }],
        };
        const changed = applyUpdate(one, [{ kind: "SET", path: [name], operand: { kind: "value", value: set } }]);
        const removed = applyUpdate(changed, [{ kind: "REMOVE", path: [name] }]);

        expect(changed[name]).to.deep.equal(set);
        expect([satisfies(changed, exists), satisfies(removed, exists)]).to.deep.equal([true, false]);
        expect({ ...removed, ...(one[name] && { [name]: one[name] }) }).to.deep.equal(one);
      }),
    );
  });

  it("what is added and deleted again leaves a number as it was, and a set without it", () => {
    const members = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
    fc.assert(
      fc.property(fc.integer(), fc.integer(), members, members, (n, added, set, joined) => {
        const before: Item = { n: { N: String(n) }, set: { SS: set } };
        const N = (number: number) => ({ N: String(number) });

        const more = applyUpdate(before, [
          { kind: "ADD", path: ["n"], value: N(added) },
          { kind: "ADD", path: ["set"], value: { SS: joined } },
        ]);
        const after = applyUpdate(more, [
          { kind: "ADD", path: ["n"], value: N(-added) },
          { kind: "DELETE", path: ["set"], value: { SS: joined } },
        ]);

        expect(more.set?.SS).to.have.members([...new Set([...set, ...joined])]);
        expect(after.n).to.deep.equal(before.n);
        expect(after.set?.SS ?? []).to.deep.equal(set.filter((member) => !joined.includes(member)));
      }),
    );
  });
});
