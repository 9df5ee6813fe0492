import { expect } from "chai";
import * as z from "zod";
import { CheckedOnUse } from "../../../emulator/protocols/checkedOnUse.ts";

describe("members that are checked on use", () => {
  const members = new CheckedOnUse(
    { good: { size: 1, more: 2 }, bad: { size: "one" } },
    z.object({ size: z.number() }),
  );

  it("are found by their names, and are the same each time", () => {
    expect(members.names()).to.deep.equal(["good", "bad"]);
    expect(members.get("good")).to.deep.equal({ size: 1 });
    expect(members.get("good")).to.equal(members.get("good"));
  });

  it("are refused when they are asked for and not what they should be", () => {
    expect(members.has("bad")).to.equal(true);
    expect(() => members.get("bad")).to.throw(z.ZodError, "expected number, received string");
  });

  for (const name of ["absent", "constructor", "__proto__", "toString"]) {
    it(`do not have '${name}', which every object inherits or nobody has`, () => {
      expect(members.has(name)).to.equal(false);
      expect(members.get(name)).to.equal(undefined);
    });
  }
});
