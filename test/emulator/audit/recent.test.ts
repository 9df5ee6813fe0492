import { expect } from "chai";
import { Recent } from "../../../emulator/audit/recent.ts";

describe("what is recent", () => {
  it("is exactly as many of the latest keys as there is room for, however many came", () => {
    const recent: Recent<number> = new Recent(3);
    for (let count = 0; count < 20; count++) {
      recent.add(`key ${count}`, count);
      const known = Array.from({ length: count + 1 }, (_, index) => index).filter(
        (index) => recent.of(`key ${index}`).length === 1,
      );
      expect(known).to.deep.equal([count - 2, count - 1, count].filter((index) => index >= 0));
    }
  });

  it("has all entries of a key, in order, and does not count them", () => {
    const recent: Recent<string> = new Recent(2);
    for (const entry of ["a", "b", "c"]) recent.add("key", entry);
    recent.add("other", "d");
    expect([recent.of("key"), recent.of("other"), recent.of("nobody")]).to.deep.equal([["a", "b", "c"], ["d"], []]);
  });
});
