import { expect } from "chai";
import { lookProblems } from "../../../sandboxes/watch/lookProblems.ts";

describe("why a look at a class failed", () => {
  it("is a sentence where nobody answers, however deep that is told", () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    for (const error of [refused, new TypeError("fetch failed", { cause: refused }), new AggregateError([refused])]) {
      expect(lookProblems(error)).to.deep.equal(["AWS does not answer (ECONNREFUSED)."]);
    }
  });

  it("keeps the stack trace of a bug", () => {
    expect(lookProblems(new Error("a bug")).join()).to.match(/^Error: a bug\n +at /);
  });
});
