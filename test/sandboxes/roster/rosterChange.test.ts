import { expect } from "chai";
import type { LeaseOrder } from "../../../sandboxes/lease/lease.ts";
import { rosterChange } from "../../../sandboxes/roster/rosterChange.ts";

const order = (id: string, students: readonly string[] = [id]): LeaseOrder => ({
  id,
  students,
  pseudonym: "aaaaaaaaaa",
  blueprint: "ready-made",
  joinCode: "2222-2222-2222",
});

const cases = [
  { is: "nothing where nobody is", before: [], after: [], change: {} },
  {
    is: "what is new",
    before: [order("a")],
    after: [order("b"), order("a")],
    change: { added: [order("b")], kept: [order("a")] },
  },
  {
    is: "what is gone",
    before: [order("a"), order("b")],
    after: [order("b")],
    change: { removed: [order("a")], kept: [order("b")] },
  },
  {
    is: "what is the same in another order",
    before: [order("a"), order("b")],
    after: [order("b"), order("a")],
    change: { kept: [order("b"), order("a")] },
  },
  {
    is: "what has other students",
    before: [order("red", ["a"])],
    after: [order("red", ["a", "b"])],
    change: { changed: [{ before: order("red", ["a"]), after: order("red", ["a", "b"]) }] },
  },
];

describe("the change of a roster", () => {
  for (const { is, before, after, change } of cases) {
    it(`is ${is}`, () => {
      const none = { added: [], removed: [], kept: [], changed: [] };
      expect(rosterChange(before, after)).to.deep.equal({ ...none, ...change });
    });
  }
});
