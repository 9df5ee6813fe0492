import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { RunEvent } from "../../../reporters/events.ts";
import { GithubReporter } from "../../../reporters/github/githubReporter.ts";
import { summaryText } from "../../../reporters/github/summaryText.ts";
import { withoutCommands } from "../../../reporters/github/withoutCommands.ts";
import { workflowCommand } from "../../../reporters/github/workflowCommand.ts";
import { markdownReport } from "../../../reporters/markdown/markdownReport.ts";
import { expectGolden } from "../golden.ts";
import { sampleRuns } from "../sampleRuns.ts";
import { toldRun } from "../toldRun.ts";

const { passed = [], failed = [] } = sampleRuns;

/** What GitHub's log gets to see of a run. */
function log(events: readonly RunEvent[], summaryFile?: string): string[] {
  const lines: string[] = [];
  const reporter = new GithubReporter({ print: (text) => lines.push(...text.split("\n")) }, summaryFile);
  for (const event of events) reporter.on(event);
  reporter.close();
  return lines;
}

function commands(lines: readonly string[]): string[] {
  return lines.filter((line) => /^\s*::|##\[/.test(line));
}

describe("the reporter for GitHub Actions", () => {
  for (const [name, events] of Object.entries(sampleRuns)) {
    it(`tells a run in plain lines, with annotations: ${name}`, () => {
      expectGolden(`reporters/github/${name}.txt`, `${log(events).join("\n")}\n`);
    });
  }

  it("annotates no attempt that is tried again, and calls the one that passes flaky", () => {
    const again = failed.map((event) => (event.type === "scenario ended" ? { ...event, triedAgain: true } : event));
    const second = passed.map((event) => (event.type === "scenario started" ? { ...event, attempt: 2 } : event));
    const isOfRun = ({ type }: RunEvent) => type === "run started" || type === "run ended";
    const events = [...again.slice(0, -1), ...second.filter((event) => !isOfRun(event)), ...passed.slice(-1)];
    expect(commands(log(events))).to.deep.equal([
      "::warning title=dynamodb/transparent-encryption%3A flaky::It passed only at attempt 2.",
    ]);
  });

  it("takes no command from what an endpoint answers", () => {
    const error = { code: "Odd", message: "a\n::error::b" };
    const problems = [{ stage: "deployment" as const, message: "a\n  ::add-mask::b\n##[command]c" }];
    const events = failed.map((event) => {
      if (event.type === "expectation checked") return { ...event, error, principal: "::notice::p" };
      return event.type === "scenario ended" ? { ...event, problems } : event;
    });
    const found = commands(log(events));
    expect(found).to.have.lengthOf(3);
    for (const command of found) expect(command).to.match(/^::error title=[^:,]*::/);
  });

  it("adds the summary to what other steps have said", () => {
    const folder = mkdtempSync(join(tmpdir(), "keylab-github-"));
    try {
      const file = join(folder, "summary");
      writeFileSync(file, "before\n");
      log(failed, file);
      expect(readFileSync(file, "utf8")).to.equal(`before\n${markdownReport(toldRun(failed))}\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("leaves details out where GitHub would show nothing at all", () => {
    const reason = "long ".repeat(200_000);
    const long = failed.map((event) => (event.type === "expectation checked" ? { ...event, reason } : event));
    const text = summaryText(toldRun(long));
    expect(Buffer.byteLength(text)).to.be.lessThan(4096);
    expect(text).to.include("## ✘ 4 passed, 2 failed").and.include("they are in the other reports.");
  });
});

describe("a workflow command", () => {
  it("escapes what would end it, in its title more than in its message", () => {
    expect(workflowCommand({ level: "error", title: "a:b,c%\r\n", message: "a:b,c%\r\n" })).to.equal(
      "::error title=a%3Ab%2Cc%25%0D%0A::a:b,c%25%0D%0A",
    );
  });

  for (const [text, harmless] of [
    ["::error::x", ": :error::x"],
    ["a\n  ::stop-commands::x", "a\n  : :stop-commands::x"],
    ["a ##[error]x", "a ## [error]x"],
    ["arn:aws:iam::000000000000:user/x", "arn:aws:iam::000000000000:user/x"],
  ] as const) {
    it(`is not seen in a text: ${JSON.stringify(text)}`, () => {
      expect(withoutCommands(text)).to.equal(harmless);
    });
  }
});
