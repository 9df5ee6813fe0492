import { expect } from "chai";
import { LatestMap } from "../../emulator/latestMap.ts";

describe("A map of the latest entries", () => {
  it("forgets a tenth of its capacity, the oldest, when it is exceeded", () => {
    const map = new LatestMap<number, string>(20);
    for (let key = 0; key < 20; key++) map.set(key, "old");
    expect(map.get(0)).to.equal("old");
    map.set(20, "new");
    expect([0, 1, 2, 20].map((key) => map.get(key))).to.deep.equal([undefined, undefined, "old", "new"]);
    expect(map.size).to.equal(19);
  });

  it("takes what is set again for new", () => {
    const map = new LatestMap<number, string>(2);
    map.set(1, "old");
    map.set(2, "old");
    map.set(1, "new");
    map.set(3, "new");
    expect([1, 2, 3].map((key) => map.get(key))).to.deep.equal(["new", undefined, "new"]);
  });
});
