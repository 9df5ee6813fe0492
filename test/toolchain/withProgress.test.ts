import { EventEmitter, once } from "node:events";
import { expect } from "chai";
import { duration, withProgress } from "../../toolchain/withProgress.ts";

describe("withProgress", () => {
  for (const { milliseconds, words } of [
    { milliseconds: 400, words: "0 s" },
    { milliseconds: 59_400, words: "59 s" },
    { milliseconds: 59_600, words: "1 min 0 s" },
    { milliseconds: 155_000, words: "2 min 35 s" },
  ]) {
    it(`says ${milliseconds} ms as ${words}`, () => {
      expect(duration(milliseconds)).to.equal(words);
    });
  }

  it("reports while the work lasts and when it is done, and hands on its result", async () => {
    const reported: string[] = [];
    const first = new EventEmitter();
    const work = once(first, "report").then(() => 7);
    const report = (line: string) => {
      reported.push(line);
      first.emit("report");
    };
    expect(await withProgress("Building", report, () => work, 5)).to.equal(7);
    expect(reported[0]).to.equal("Building: 0 s so far.");
    expect(reported.at(-1)).to.equal("Building: done in 0 s.");
  });

  it("does not call work done that failed", async () => {
    const reported: string[] = [];
    const failing = withProgress(
      "Building",
      (line) => reported.push(line),
      () => Promise.reject(new Error("no")),
    );
    expect(await failing.catch((error: unknown) => String(error))).to.equal("Error: no");
    expect(reported).to.deep.equal([]);
  });
});
