import { expect } from "chai";
import { matchesYield } from "../../runner/matchesYield.ts";
import type { Plain } from "../../scenarios/contract/expectation.ts";

interface Case {
  readonly name: string;
  readonly expected: Plain;
  readonly found: unknown;
  readonly matches: boolean;
}

const cases: readonly Case[] = [
  { name: "equal strings match", expected: "a", found: "a", matches: true },
  { name: "different strings do not match", expected: "a", found: "b", matches: false },
  { name: "a number is not its text", expected: 1, found: "1", matches: false },
  { name: "null is not undefined", expected: null, found: undefined, matches: false },
  { name: "an object may have more members", expected: { a: 1 }, found: { a: 1, b: 2 }, matches: true },
  { name: "a named member must be there", expected: { a: 1, b: 2 }, found: { a: 1 }, matches: false },
  { name: "a member expected to be undefined is absent", expected: { a: undefined }, found: {}, matches: true },
  {
    name: "a member expected to be undefined is not there",
    expected: { a: undefined },
    found: { a: 1 },
    matches: false,
  },
  { name: "members of members are compared", expected: { a: { b: 1 } }, found: { a: { b: 2 } }, matches: false },
  { name: "a list has the same items", expected: [{ a: 1 }], found: [{ a: 1, b: 2 }], matches: true },
  { name: "a list has no more items", expected: [1], found: [1, 2], matches: false },
  { name: "a list has no fewer items", expected: [1, 2], found: [1], matches: false },
  { name: "the order of a list counts", expected: [1, 2], found: [2, 1], matches: false },
  { name: "a list is not an object", expected: {}, found: [], matches: false },
  { name: "an object is not a list", expected: [], found: {}, matches: false },
  { name: "an empty object is not nothing", expected: {}, found: undefined, matches: false },
];

describe("matchesYield", () => {
  for (const { name, expected, found, matches } of cases) {
    it(name, () => {
      expect(matchesYield(expected, found)).to.equal(matches);
    });
  }
});
