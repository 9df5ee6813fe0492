import { expect } from "chai";
import { untilPassed } from "../../runner/untilPassed.ts";

describe("An expectation that is met eventually", () => {
  const judgement = (verdict: "passed" | "failed") => ({ expected: "allowed", observed: "allowed", verdict }) as const;
  const never = new AbortController().signal;

  it("is tried until it is met, and no longer", async () => {
    let tries = 0;
    const judged = await untilPassed(async () => judgement(++tries < 3 ? "failed" : "passed"), never, {
      patience: 1000,
      pause: 1,
    });
    expect([judged.verdict, tries]).to.deep.equal(["passed", 3]);
  });

  it("fails when its time is over", async () => {
    let tries = 0;
    const once = async () => judgement(++tries > 0 ? "failed" : "passed");
    expect((await untilPassed(once, never, { patience: 50, pause: 10 })).verdict).to.equal("failed");
    expect(tries).to.be.within(2, 6);
  });

  it("is not tried again once the run is interrupted", async () => {
    let tries = 0;
    await untilPassed(async () => judgement(++tries > 0 ? "failed" : "passed"), AbortSignal.abort(), {
      patience: 1000,
      pause: 1,
    });
    expect(tries).to.equal(1);
  });
});
