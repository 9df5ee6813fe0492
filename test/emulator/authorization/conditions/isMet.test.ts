import { expect } from "chai";
import fc from "fast-check";
import { conditionOperators, readOperator } from "../../../../emulator/authorization/conditions/conditionOperators.ts";
import { isMet } from "../../../../emulator/authorization/conditions/isMet.ts";
import { substitute } from "../../../../emulator/authorization/policyVariables.ts";
import { met } from "./testOperator.ts";

interface Case {
  readonly operator: string;
  readonly requested?: readonly string[];
  readonly stated: readonly string[];
  readonly expected: boolean;
}

/** Source: IAM User Guide, "Set operators for multivalued context keys" and "Evaluation logic for multiple context keys or values". */
const cases: readonly Case[] = [
  // Any of the stated values may match; under a negated operator none may.
  { operator: "StringEquals", requested: ["b"], stated: ["a", "b"], expected: true },
  { operator: "StringEquals", requested: ["c"], stated: ["a", "b"], expected: false },
  { operator: "StringNotEquals", requested: ["b"], stated: ["a", "b"], expected: false },
  { operator: "StringNotEquals", requested: ["c"], stated: ["a", "b"], expected: true },
  { operator: "NotIpAddress", requested: ["192.0.2.1"], stated: ["192.0.2.0/24", "10.0.0.0/8"], expected: false },
  { operator: "StringEquals", requested: ["a"], stated: [], expected: false },
  { operator: "StringNotEquals", requested: ["a"], stated: [], expected: true },
  // Without a quantifier, several values are looked at one by one.
  { operator: "StringEquals", requested: ["a", "c"], stated: ["a"], expected: true },
  { operator: "StringEquals", requested: ["b", "c"], stated: ["a"], expected: false },
  { operator: "StringNotEquals", requested: ["a", "c"], stated: ["a"], expected: false },
  { operator: "StringNotEquals", requested: ["b", "c"], stated: ["a"], expected: true },
  // Every value has to match.
  { operator: "ForAllValues:StringEquals", requested: ["a", "b"], stated: ["a", "b", "c"], expected: true },
  { operator: "ForAllValues:StringEquals", requested: ["a", "d"], stated: ["a", "b", "c"], expected: false },
  { operator: "ForAllValues:StringEquals", stated: ["a"], expected: true },
  { operator: "ForAllValues:StringEquals", requested: [], stated: ["a"], expected: true },
  { operator: "ForAllValues:StringEquals", requested: [""], stated: ["a"], expected: true },
  { operator: "ForAllValues:StringEquals", requested: ["", "b"], stated: ["a"], expected: false },
  { operator: "ForAllValues:StringNotEquals", requested: ["b", "c"], stated: ["a"], expected: true },
  { operator: "ForAllValues:StringNotEquals", requested: ["a", "c"], stated: ["a"], expected: false },
  { operator: "ForAllValues:StringLike", requested: ["a1", "a2"], stated: ["a*"], expected: true },
  // One value is enough.
  { operator: "ForAnyValue:StringEquals", requested: ["a", "d"], stated: ["a", "b"], expected: true },
  { operator: "ForAnyValue:StringEquals", requested: ["c", "d"], stated: ["a", "b"], expected: false },
  { operator: "ForAnyValue:StringEquals", stated: ["a"], expected: false },
  { operator: "ForAnyValue:StringEquals", requested: [], stated: ["a"], expected: false },
  { operator: "ForAnyValue:StringEquals", requested: [""], stated: [""], expected: false },
  { operator: "ForAnyValue:StringNotEquals", requested: ["a", "c"], stated: ["a"], expected: true },
  { operator: "ForAnyValue:StringNotEquals", requested: ["a"], stated: ["a"], expected: false },
  { operator: "ForAnyValue:StringNotEquals", stated: ["a"], expected: false },
  { operator: "ForAnyValue:StringEqualsIfExists", stated: ["a"], expected: true },
  { operator: "ForAnyValue:StringEqualsIfExists", requested: ["b"], stated: ["a"], expected: false },
  // A key without a value is missing.
  { operator: "StringEquals", requested: [], stated: ["a"], expected: false },
  { operator: "StringNotEquals", requested: [], stated: ["a"], expected: true },
  { operator: "StringEqualsIfExists", requested: [], stated: ["a"], expected: true },
  { operator: "StringEqualsIfExists", requested: [""], stated: ["a"], expected: false },
];

describe("a condition", () => {
  for (const { operator, requested, stated, expected } of cases) {
    const shown = requested === undefined ? "a missing key" : JSON.stringify(requested);
    it(`${operator} ${JSON.stringify(stated)}: ${shown} ${expected ? "meets" : "does not meet"} it`, () => {
      expect(met(operator, requested, stated)).to.equal(expected);
    });
  }

  it("tells what the request said, and only of its own key", () => {
    const operator = readOperator("StringEquals");
    if (!operator) throw new Error("StringEquals is missing.");
    const context = new Map([
      ["aws:username", ["Alice"]],
      ["aws:tagkeys", []],
    ]);
    const outcome = (key: string) => isMet({ ...operator, key, values: ["Alice"] }, context, (value) => value);
    expect(outcome("aws:username")).to.deep.equal({ met: true, requested: ["Alice"] });
    expect(outcome("aws:userid")).to.deep.equal({ met: false, requested: undefined });
    expect(outcome("aws:tagkeys")).to.deep.equal({ met: false, requested: undefined });
  });
});

/** Source: IAM User Guide, "Policy variables with no value". */
describe("a condition with policy variables", () => {
  const context = new Map([
    ["test:a", ["x"]],
    ["test:star", ["x*"]],
  ]);
  const table: Case[] = [
    { operator: "StringEquals", requested: ["x"], stated: ["${test:a}"], expected: true },
    { operator: "StringEquals", requested: ["y"], stated: ["${test:a}"], expected: false },
    { operator: "StringEquals", requested: ["${test:a}"], stated: ["${test:a}"], expected: false },
    { operator: "StringEquals", requested: ["y"], stated: ["${test:none}"], expected: false },
    { operator: "StringEquals", requested: [""], stated: ["${test:none}"], expected: false },
    { operator: "StringLike", requested: ["x"], stated: ["${test:none}", "x"], expected: true },
    { operator: "StringNotEquals", requested: ["y"], stated: ["${test:none}"], expected: true },
    { operator: "StringNotLike", requested: ["x"], stated: ["${test:none}", "${test:a}"], expected: false },
    { operator: "Null", requested: ["x"], stated: ["${test:none}"], expected: false },
    // What a variable brings is no wildcard, and is compared as it is where there are none.
    { operator: "StringLike", requested: ["xy"], stated: ["${test:star}"], expected: false },
    { operator: "StringLike", requested: ["x*y"], stated: ["${test:star}*"], expected: true },
    { operator: "StringEquals", requested: ["x*"], stated: ["${test:star}"], expected: true },
    { operator: "StringEquals", requested: ["a*?$"], stated: ["a${*}${?}${$}"], expected: true },
    { operator: "StringEqualsIgnoreCase", requested: ["X*"], stated: ["${test:star}"], expected: true },
    { operator: "StringNotLike", requested: ["xy"], stated: ["x${*}"], expected: true },
    {
      operator: "ArnLike",
      requested: ["arn:aws:iam::1:role/b"],
      stated: ["arn:aws:iam::1:role/${*}"],
      expected: false,
    },
    { operator: "ArnLike", requested: ["arn:aws:iam::1:role/*"], stated: ["arn:aws:iam::1:role/${*}"], expected: true },
  ];
  for (const { operator, requested = [], stated, expected } of table) {
    it(`${operator} ${JSON.stringify(stated)}: ${JSON.stringify(requested)} gives ${expected}`, () => {
      const qualified = readOperator(operator);
      if (!qualified) throw new Error(`There is no operator '${operator}'.`);
      const condition = { ...qualified, key: "k", values: stated };
      const resolve = (value: string) => substitute(value, context);
      expect(isMet(condition, new Map([["k", requested]]), resolve).met).to.equal(expected);
    });
  }
});

describe("the name of a condition operator", () => {
  const quantified = { "": undefined, "ForAllValues:": "all", "ForAnyValue:": "any" } as const;
  for (const [name, operator] of conditionOperators) {
    it(`${name} is known ${name === "Null" ? "alone" : "with every prefix and suffix"}`, () => {
      for (const [prefix, quantifier] of Object.entries(quantified)) {
        for (const suffix of ["", "IfExists"]) {
          const alone = prefix === "" && suffix === "";
          expect(readOperator(`${prefix}${name}${suffix}`)).to.deep.equal(
            name === "Null" && !alone ? undefined : { operator, quantifier, ifExists: suffix !== "" },
          );
        }
      }
    });
  }

  it("is one of 27", () => expect(conditionOperators.size).to.equal(27));

  for (const name of [
    "",
    "stringequals",
    "StringEqual",
    "IfExists",
    "ForAllValues:",
    "ForAnyValues:StringEquals",
    "forallvalues:StringEquals",
    "ForAllValues:ForAnyValue:StringEquals",
    "StringEqualsIfExistsIfExists",
    "StringEqualsifexists",
    "NotNull",
    "constructor",
    "__proto__",
  ]) {
    it(`'${name}' is unknown`, () => expect(readOperator(name)).to.equal(undefined));
  }
});

/** A positive operator with its negation, and values that often match. */
const pairs: readonly (readonly [string, string, fc.Arbitrary<string>])[] = [
  ["StringEquals", "StringNotEquals", fc.constantFrom("a", "A", "ab", "")],
  ["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", fc.constantFrom("a", "A", "ab", "AB")],
  ["StringLike", "StringNotLike", fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 4 })],
  ["NumericEquals", "NumericNotEquals", fc.constantFrom("1", "1.0", "2", "many")],
  ["DateEquals", "DateNotEquals", fc.constantFrom("2026", "2026-01-01T00:00:00Z", "1767225600", "0", "never")],
  ["IpAddress", "NotIpAddress", fc.constantFrom("10.0.0.1", "10.0.0.0/8", "0.0.0.0/0", "::1", "here")],
  ["ArnEquals", "ArnNotEquals", fc.constantFrom("arn:aws:iam::1:a", "arn:aws:iam::*:a", "arn:*:iam::1:?", "*", "a")],
  ["ArnLike", "ArnNotLike", fc.constantFrom("arn:aws:iam::1:a", "arn:aws:iam::*:a", "arn:*:iam::1:?", "*", "a")],
];

describe("whatever is requested and stated,", () => {
  for (const [positive, negative, value] of pairs) {
    const values = fc.array(value, { maxLength: 3 });
    const some = fc.array(value, { minLength: 1, maxLength: 3 });

    it(`${negative} is the contrary of ${positive}, on keys that are there and on missing ones`, () => {
      fc.assert(
        fc.property(fc.option(some, { nil: undefined }), values, (requested, stated) => {
          expect(met(negative, requested, stated)).to.equal(!met(positive, requested, stated));
        }),
      );
    });

    it(`ForAllValues:${positive} is the contrary of ForAnyValue:${negative}, and the other way round`, () => {
      fc.assert(
        fc.property(fc.option(values, { nil: undefined }), values, (requested, stated) => {
          expect(met(`ForAllValues:${positive}`, requested, stated)).to.equal(
            !met(`ForAnyValue:${negative}`, requested, stated),
          );
          expect(met(`ForAllValues:${negative}`, requested, stated)).to.equal(
            !met(`ForAnyValue:${positive}`, requested, stated),
          );
        }),
      );
    });

    it(`${positive}IfExists and ${negative}IfExists differ from those without only on missing keys`, () => {
      fc.assert(
        fc.property(some, values, (requested, stated) => {
          for (const name of [positive, negative]) {
            expect(met(`${name}IfExists`, requested, stated)).to.equal(met(name, requested, stated));
            expect(met(`${name}IfExists`, undefined, stated)).to.equal(true);
          }
        }),
      );
    });
  }
});
