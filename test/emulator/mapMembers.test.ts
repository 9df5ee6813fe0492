import { expect } from "chai";
import { mapMembers } from "../../emulator/mapMembers.ts";

describe("mapMembers", () => {
  it("keeps the order of the members, and leaves out what is made undefined", () => {
    const mapped = mapMembers({ b: 1, a: 2, c: 3 }, (value, name) => (value === 2 ? undefined : `${name}${value}`));
    expect(Object.entries(mapped)).to.deep.equal([
      ["b", "b1"],
      ["c", "c3"],
    ]);
  });

  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    it(`takes ${name} for a member like any other`, () => {
      const mapped = mapMembers(Object.fromEntries([[name, 1]]), (value) => ({ value }));
      expect(Object.entries(mapped)).to.deep.equal([[name, { value: 1 }]]);
      expect(Object.getPrototypeOf(mapped)).to.equal(Object.prototype);
    });
  }
});
