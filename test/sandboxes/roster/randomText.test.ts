import { expect } from "chai";
import { joinCode } from "../../../sandboxes/roster/joinCode.ts";
import { randomText } from "../../../sandboxes/roster/randomText.ts";

/** Bytes that count up from a first one. */
function countingFrom(first: number) {
  let next = first;
  return (count: number) => Uint8Array.from({ length: count }, () => next++ % 256);
}

describe("random text", () => {
  it("has each character of its alphabet as often, over all bytes", () => {
    const counts = new Map<string, number>();
    for (const character of randomText(255, "abc", countingFrom(0))) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect([...counts]).to.deep.equal([
      ["a", 85],
      ["b", 85],
      ["c", 85],
    ]);
  });

  it("passes over bytes that would make a character likelier than others", () => {
    // 255 is over the last multiple of 3; 0 follows it.
    expect(randomText(3, "abc", countingFrom(254))).to.equal("cab");
  });
});

describe("a join code", () => {
  it("is three groups of four characters out of 31", () => {
    expect(joinCode(countingFrom(0))).to.equal("2345-6789-ABCD");
    expect(joinCode(countingFrom(12))).to.equal("EFGH-JKMN-PQRS");
    expect(joinCode(countingFrom(24))).to.equal("TUVW-XYZ2-3456");
  });

  it("has nothing in it that people mistake for something else, and is another each time", () => {
    const codes = Array.from({ length: 500 }, () => joinCode());
    for (const code of codes) expect(code).to.match(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/);
    expect(new Set(codes).size).to.equal(500);
    expect(12 * Math.log2(31)).to.be.greaterThan(55);
  });
});
