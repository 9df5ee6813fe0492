import { expect } from "chai";
import { codeBlock } from "../../../reporters/markdown/codeBlock.ts";
import { markdownReport } from "../../../reporters/markdown/markdownReport.ts";
import { markdownText } from "../../../reporters/markdown/markdownText.ts";
import { sampleRuns } from "../sampleRuns.ts";
import { toldRun } from "../toldRun.ts";

const { passed = [], failed = [] } = sampleRuns;

describe("a Markdown report", () => {
  it("takes texts from outside for nothing but texts", () => {
    expect(markdownText("<img src=x> & **bold** [a](b) `c` | d\n# e")).to.equal(
      "&lt;img src=x&gt; &amp; \\*\\*bold\\*\\* \\[a\\](b) \\`c\\` \\| d # e",
    );
  });

  it("fences code with more backticks than there are in it", () => {
    expect(codeBlock(["a ```` b"])).to.deep.equal(["`````text", "a ```` b", "`````"]);
    expect(codeBlock(["a"])).to.deep.equal(["```text", "a", "```"]);
  });

  it("tells earlier attempts of a scenario, and counts the last alone", () => {
    const again = failed.map((event) => (event.type === "scenario ended" ? { ...event, triedAgain: true } : event));
    const second = passed.map((event) => (event.type === "scenario started" ? { ...event, attempt: 2 } : event));
    const text = markdownReport(toldRun([...again.slice(0, -1), ...second.slice(1)]));
    expect(text).to.match(
      /\n\| `dynamodb\/transparent-encryption` \| ✔ passed, attempt 2 \| 5 +\| 0 +\| 0 +\| 11.3 s \|\n/,
    );
    expect(text).to.include("<summary>dynamodb/transparent-encryption, attempt 1: ✘ failed</summary>");
  });

  it("names scenarios whose turn did not come", () => {
    expect(markdownReport(toldRun(passed.slice(0, 1)))).to.include("Not run: `dynamodb/transparent-encryption`.");
  });
});
