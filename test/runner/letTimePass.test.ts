import { expect } from "chai";
import { letTimePass } from "../../runner/letTimePass.ts";

const never = new AbortController().signal;

describe("time that passes", () => {
  it("is moved on the clock of a target that has one", async () => {
    const moved: number[] = [];
    await letTimePass({ advanceClock: async (milliseconds) => void moved.push(milliseconds) }, 6, never);
    expect(moved).to.deep.equal([360_000]);
  });

  it("is waited for elsewhere", async () => {
    const began = performance.now();
    await letTimePass({}, 0.002, never);
    expect(performance.now() - began).to.be.at.least(119);
  });

  it("is not waited for at the server of somebody else", async () => {
    const began = performance.now();
    await letTimePass({ failedCalls: () => [] }, 10, never);
    expect(performance.now() - began).to.be.below(1000);
  });

  it("is not waited for any longer after an interruption", async () => {
    const stop = new AbortController();
    const waiting = letTimePass({}, 10, stop.signal).then(
      () => "waited",
      () => "stopped",
    );
    stop.abort();
    expect(await waiting).to.equal("stopped");
  });
});
