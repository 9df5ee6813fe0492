import { expect } from "chai";
import { findLeftovers } from "../../runner/findLeftovers.ts";

describe("findLeftovers", () => {
  const before = new Set(["table/old"]);
  const after = new Set(["table/old", "table/hub-abc123", "table/of-others"]);

  it("names what is new and the run's", () => {
    expect(findLeftovers(before, after, (item) => item.includes("abc123"))).to.deep.equal(["table/hub-abc123"]);
  });

  it("names everything new where nobody else works", () => {
    expect(findLeftovers(before, after, () => true)).to.deep.equal(["table/hub-abc123", "table/of-others"]);
  });
});
