import { expect } from "chai";
import { Recent } from "../../../emulator/audit/recent.ts";

/** Which of the keys `key 0` to `key <count - 1>` are known. */
function known(recent: Recent<number>, count: number): number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => recent.of(`key ${index}`).length === 1);
}

describe("what is recent", () => {
  it("is exactly as many of the latest keys as there is room for, however many came", () => {
    const recent = new Recent<number>(3);
    for (let count = 0; count < 20; count++) {
      recent.add(`key ${count}`, count);
      expect(known(recent, count + 1)).to.deep.equal([count - 2, count - 1, count].filter((index) => index >= 0));
    }
  });

  it("has all entries of a key, in order, and does not count them", () => {
    const recent = new Recent<string>(2);
    for (const entry of ["a", "b", "c"]) recent.add("key", entry);
    recent.add("other", "d");
    expect([recent.of("key"), recent.of("other"), recent.of("nobody")]).to.deep.equal([["a", "b", "c"], ["d"], []]);
  });
});
