import { expect } from "chai";
import type { ExpectationChecked, RunEvent } from "../../../reporters/events.ts";
import { junitReport } from "../../../reporters/junit/junitReport.ts";
import { junitMistakes } from "../../support/junitMistakes.ts";
import { sampleRuns } from "../sampleRuns.ts";
import { toldRun } from "../toldRun.ts";

const { passed = [], failed = [] } = sampleRuns;

/** A run whose expectations say something else. */
function saying(said: Partial<ExpectationChecked>): RunEvent[] {
  return failed.map((event) => (event.type === "expectation checked" ? { ...event, ...said } : event));
}

/** The names of the test cases. */
function names(report: string): string[] {
  return [...report.matchAll(/<testcase [^>]*\bname="([^"]*)"/g)].map(([, name = ""]) => name);
}

describe("a JUnit report", () => {
  for (const [name, events] of Object.entries({
    ...sampleRuns,
    "cut short": passed.slice(0, 5),
    "not begun": passed.slice(0, 1),
  })) {
    it(`is what readers of such reports know: ${name}`, async () => {
      expect(await junitMistakes(junitReport(toldRun(events)))).to.deep.equal([]);
    });
  }

  it("would not be if a test case had no name, or were there twice", async () => {
    const report = junitReport(toldRun(passed));
    expect(await junitMistakes(report.replace(/(<testcase [^>]*) name="[^"]*"/, "$1"))).to.not.be.empty;
    expect(await junitMistakes(report.replace(/<testcase .*\n/, "$&$&"))).to.not.be.empty;
  });

  it("holds whatever an endpoint answers, without what XML has no characters for", async () => {
    const message = `</failure>]]><![CDATA["'&\u0000\u0007\u001B[31mred\u001B[0m\uFFFE\uD800 done 🔑`;
    const report = junitReport(
      toldRun(
        saying({ error: { code: "Odd&<>", message }, reason: message, principal: 'a"b<c', attempt: "GetItem \u0001" }),
      ),
    );
    expect(await junitMistakes(report)).to.deep.equal([]);
    expect(report).to.include("Odd&amp;&lt;&gt;: &lt;/failure&gt;]]&gt;&lt;![CDATA[");
    expect(report).to.include("red done 🔑");
    expect(report).to.not.match(/[\u0000-\u0008\u001B\uFFFE]/);
  });

  it("tells apart what a principal tries several times in a phase", () => {
    const report = junitReport(
      toldRun(
        saying({
          principal: "user",
          attempt: "GetItem",
          phase: failed[2]?.type === "phase started" ? failed[2].phase : "",
        }),
      ),
    );
    expect(names(report).slice(0, 3)).to.deep.equal([
      "The user may use DynamoDB but not the key: user can GetItem",
      "The user may use DynamoDB but not the key: user can GetItem (2)",
      "The user may use DynamoDB but not the key: user can GetItem (3)",
    ]);
  });

  it("has a skipped test case for a scenario whose turn did not come", () => {
    const [started, ...others] = passed;
    if (started?.type !== "run started") throw new Error("no start");
    const report = junitReport(
      toldRun([{ ...started, scenarios: [...started.scenarios, "kms/first-key"] }, ...others]),
    );
    expect(report).to.include('<testcase classname="kms/first-key" name="the scenario runs to its end" time="0.000">');
    expect(report).to.include("the run ended before its turn");
  });
});
