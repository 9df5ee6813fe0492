import { expect } from "chai";
import fc from "fast-check";
import { matchesArn } from "../../../../emulator/authorization/matchesArn.ts";
import { matchesPattern } from "../../../../emulator/authorization/matchesPattern.ts";

const part = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 3 });
const patternPart = fc.string({ unit: fc.constantFrom("a", "b", "/", "*", "?"), maxLength: 3 });
const parts = (each: fc.Arbitrary<string>) => fc.array(each, { minLength: 6, maxLength: 8 });

/** The six parts of an ARN, of which the last may hold colons. */
function sixParts(list: readonly string[]): string[] {
  return [...list.slice(0, 5), list.slice(5).join(":")];
}

describe("an ARN", () => {
  it("matches a pattern if each of its six parts matches, and the last holds all further colons", () => {
    fc.assert(
      fc.property(parts(patternPart), parts(part), (pattern, arn) => {
        const found = sixParts(arn);
        const expected = sixParts(pattern).every((wanted, index) => matchesPattern(wanted, found[index] ?? ""));
        expect(matchesArn(pattern.join(":"), arn.join(":"))).to.equal(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it("matches itself, `*`, and itself with `*` in the place of any part", () => {
    fc.assert(
      fc.property(parts(part), fc.nat({ max: 5 }), (arn, place) => {
        const text = arn.join(":");
        const starred = sixParts(arn).with(place, "*").join(":");
        expect([text, "*", starred].map((pattern) => matchesArn(pattern, text))).to.deep.equal([true, true, true]);
      }),
    );
  });

  it("does not match what matches only across a colon", () => {
    fc.assert(
      fc.property(parts(part), fc.nat({ max: 4 }), (arn, place) => {
        // One wildcard for two parts, and one colon more at the end.
        const joined = [...arn.slice(0, place), "*", ...arn.slice(place + 2), "z"].join(":");
        expect(matchesArn(joined, arn.join(":"))).to.equal(false);
      }),
    );
  });

  it("that is none is compared as a whole", () => {
    const short = fc.array(part, { minLength: 1, maxLength: 5 }).map((list) => list.join(":"));
    const pattern = fc.array(patternPart, { minLength: 1, maxLength: 8 }).map((list) => list.join(":"));
    fc.assert(
      fc.property(pattern, short, (wanted, text) => {
        expect(matchesArn(wanted, text)).to.equal(matchesPattern(wanted, text));
      }),
      { numRuns: 1_000 },
    );
  });
});
