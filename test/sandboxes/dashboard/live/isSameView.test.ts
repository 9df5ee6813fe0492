import { expect } from "chai";
import { isSameView } from "../../../../sandboxes/dashboard/live/isSameView.ts";

const at = (now: string, leases: readonly string[] = ["a"]) => ({ now, leases });

describe("a view with nothing new", () => {
  for (const { name, later, elapsed, isSame } of [
    { name: "time went by", later: at("2026-03-02T14:00:02Z"), elapsed: 2000, isSame: true },
    { name: "time went by a little slower", later: at("2026-03-02T14:00:00Z"), elapsed: 2000, isSame: true },
    { name: "the clock was set forth", later: at("2026-03-02T15:00:00Z"), elapsed: 2000, isSame: false },
    { name: "the clock was set back", later: at("2026-03-02T13:00:00Z"), elapsed: 2000, isSame: false },
    { name: "something else changed", later: at("2026-03-02T14:00:02Z", ["a", "b"]), elapsed: 2000, isSame: false },
  ]) {
    it(`${isSame ? "is one" : "is none"} where ${name}`, () => {
      expect(isSameView(at("2026-03-02T14:00:00Z"), later, elapsed)).to.equal(isSame);
    });
  }
});
