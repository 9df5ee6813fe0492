import { expect } from "chai";
import picocolors from "picocolors";
import type { RunSummary } from "../../../reporters/events.ts";
import { alignColumns } from "../../../reporters/text/alignColumns.ts";
import { changesText } from "../../../reporters/text/changesText.ts";
import { duration } from "../../../reporters/text/duration.ts";
import { pendingKeyLines } from "../../../reporters/text/pendingKeyLines.ts";
import { printable, printableLines } from "../../../reporters/text/printable.ts";
import { noCounts } from "../sampleRuns.ts";
import { isGood, summaryLine } from "../../../reporters/text/summaryLine.ts";

describe("the texts of reports", () => {
  for (const [milliseconds, text] of [
    [0, "0.0 s"],
    [1499, "1.4 s"],
    [59_999, "59.9 s"],
    [60_000, "1 min 0 s"],
    [125_900, "2 min 5 s"],
  ] as const) {
    it(`say ${milliseconds} ms as ${text}`, () => {
      expect(duration(milliseconds)).to.equal(text);
    });
  }

  for (const [changes, text] of [
    [{}, "nothing changed"],
    [{ same: 4, read: 1 }, "nothing changed"],
    [{ create: 2, update: 1, replace: 1, delete: 3, same: 9 }, "2 created, 1 updated, 1 replaced, 3 deleted"],
    [{ import: 1 }, "1 import"],
  ] as const) {
    it(`say the engine's counts ${JSON.stringify(changes)} as "${text}"`, () => {
      expect(changesText(changes)).to.equal(text);
    });
  }

  it("say of a pending key when it is deleted, or that it waits for its replicas", () => {
    const keys = [
      { arn: "replica", deletionDate: "2026-01-09T10:00:09.000Z", windowInDays: 7 },
      { arn: "primary", windowInDays: 7 },
    ];
    expect(pendingKeyLines(keys)).to.deep.equal([
      "Keys pending deletion:",
      "  replica  deleted on 2026-01-09, 7 days after the request",
      "  primary  deleted 7 days after the last of its replicas",
    ]);
  });

  it("align columns by what is visible, not by escape codes", () => {
    const { red } = picocolors.createColors(true);
    expect(alignColumns([["a", red("bbb"), "c"], ["aaa", "b"], []])).to.deep.equal([
      `a    ${red("bbb")}  c`,
      "aaa  b",
      "",
    ]);
  });

  it("take away from foreign text what moves the cursor, colours, or breaks lines", () => {
    expect(printable("a\r\n\n\u001B[2Jb\u001B[31m\tc\u2028d\u0007")).to.equal("a b c d");
  });

  it("keep the lines of a stack trace", () => {
    expect(printableLines("Error: boom\n\n    at x\u0000 ")).to.deep.equal(["Error: boom", "    at x"]);
  });
});

describe("the summary", () => {
  const good: RunSummary = { ...noCounts, passed: 3 };

  it("is one line", () => {
    const summary = {
      passed: 1,
      failed: 2,
      inconclusive: 3,
      leftovers: 4,
      broken: 5,
      skipped: 1,
      flaky: 2,
      notRun: 3,
      interrupted: true,
    };
    expect(summaryLine({ type: "run ended", at: "", summary, milliseconds: 61_000 })).to.equal(
      "1 passed, 2 failed, 3 inconclusive, 4 leftovers, 5 scenarios broken, 1 scenario skipped, 2 scenarios flaky, 3 scenarios not run, interrupted (1 min 1 s)",
    );
  });

  it("tells what is unsupported there apart from what is skipped", () => {
    const summary = { ...noCounts, passed: 2, skipped: 3, unsupported: 1 };
    expect(summaryLine({ type: "run ended", at: "", summary, milliseconds: 1000 })).to.equal(
      "2 passed, 0 failed, 0 inconclusive, 0 leftovers, 2 scenarios skipped, 1 scenario unsupported there (1.0 s)",
    );
  });

  for (const [difference, expected] of [
    [{}, true],
    [{ skipped: 1 }, true],
    [{ failed: 1 }, false],
    [{ inconclusive: 1 }, false],
    [{ leftovers: 1 }, false],
    [{ broken: 1 }, false],
    [{ interrupted: true }, false],
    [{ passed: 0, skipped: 1 }, false],
    [{ skipped: 1, unsupported: 1 }, true],
    [{ passed: 0, skipped: 1, unsupported: 1 }, false],
  ] as const) {
    it(`is ${expected ? "good" : "not good"} with ${JSON.stringify(difference)}`, () => {
      expect(isGood({ ...good, ...difference })).to.equal(expected);
    });
  }
});
