import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import { seats } from "../../../sandboxes/roster/seats.ts";
import { thrownBy } from "../../support/thrownBy.ts";

describe("seats", () => {
  it("are students of whom nothing is known", () => {
    expect(seats(2)).to.deep.equal({
      students: [
        { id: "seat-01", role: "student" },
        { id: "seat-02", role: "student" },
      ],
      groups: [],
    });
  });

  for (const [count, first, last] of [
    [1, "seat-01", "seat-01"],
    [99, "seat-01", "seat-99"],
    [100, "seat-001", "seat-100"],
    [1000, "seat-0001", "seat-1000"],
  ] as const) {
    it(`are from ${first} to ${last} where there are ${count}`, () => {
      const ids = seats(count).students.map(({ id }) => id);
      expect([ids.length, ids[0], ids.at(-1)]).to.deep.equal([count, first, last]);
      expect(new Set(ids).size).to.equal(count);
    });
  }

  for (const count of [0, -1, 1001, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`are refused where there are to be ${count}`, () => {
      const { message, nextStep, exitCode } = thrownBy(() => seats(count), UserError);
      const says = `A class has from 1 to 1000 seats, not ${count}.`;
      expect([message, nextStep, exitCode]).to.deep.equal([says, "Say how many there are as a whole number.", 2]);
    });
  }
});
