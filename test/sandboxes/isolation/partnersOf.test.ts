import { expect } from "chai";
import fc from "fast-check";
import { partnersOf } from "../../../sandboxes/isolation/partnersOf.ts";

const members = fc.uniqueArray(fc.integer(), { maxLength: 40 });

describe("whom everybody is tried against", () => {
  it("is everybody else, where there are few", () => {
    expect([...partnersOf(["a", "b", "c"], 30)]).to.deep.equal([
      ["a", ["b", "c"]],
      ["b", ["c", "a"]],
      ["c", ["a", "b"]],
    ]);
    expect([...partnersOf(["a"], 30)]).to.deep.equal([["a", []]]);
    expect([...partnersOf([], 30)]).to.deep.equal([]);
  });

  it("is as many for everybody, never they themselves, nobody twice, and everybody is tried by as many", () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 30 }), (all, limit) => {
        const partners = partnersOf(all, limit);
        const count = Math.max(Math.min(limit, all.length - 1), 0);
        const tried = new Map<number, number>();
        for (const [one, others] of partners) {
          expect(new Set(others).size).to.equal(count);
          expect(others).to.have.length(count).and.not.include(one);
          for (const other of others) tried.set(other, (tried.get(other) ?? 0) + 1);
        }
        for (const one of all) expect(tried.get(one) ?? 0).to.equal(count);
      }),
    );
  });
});
