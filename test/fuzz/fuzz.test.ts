import { expect } from "chai";
import { fuzz } from "./fuzz.ts";

describe("3,000 requests that a seed has made up", function () {
  this.timeout(120_000);

  it("are each answered in a form of AWS's, and show no bug", async () => {
    const { statuses, findings } = await fuzz(20_261_125, 3_000);
    expect(findings).to.deep.equal([]);
    // Some must succeed and some fail, or nothing is proven.
    expect(statuses["200"]).to.be.above(100);
    expect(statuses["400"]).to.be.above(1_000);
    expect(statuses["403"]).to.be.above(100);
  });
});
