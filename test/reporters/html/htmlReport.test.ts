import { expect } from "chai";
import { htmlReport } from "../../../reporters/html/htmlReport.tsx";
import type { History } from "../../../reporters/history/history.ts";
import { historyOf } from "../../../reporters/history/historyOf.ts";
import type { RunEvent } from "../../../reporters/events.ts";
import { sampleRuns } from "../sampleRuns.ts";
import { toldRun } from "../toldRun.ts";
import { hostile, hostileRun } from "./hostileRun.ts";
import { thoroughRun } from "./thoroughRun.ts";

const { passed = [] } = sampleRuns;

function pageOf(events: readonly RunEvent[], history?: History): string {
  return htmlReport({ run: toldRun(events), history });
}

/** The text of a part of the page, as it is read: without elements, white space as one blank. */
function textOf(html: string): string {
  return html
    .replaceAll(/<(style|script)[^>]*>.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&quot;", '"')
    .trim();
}

function matches(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, found = ""]) => found);
}

/** Two runs on the same target: in the first one an expectation failed that passes in the other one. */
function history(): History {
  const [first, ...rest] = sampleRuns.failed ?? [];
  if (first?.type !== "run started") throw new Error("There is no run.");
  const before = { ...first, runId: "20260101T100000-000001", at: "2026-01-01T10:00:00.000Z" };
  const slow = rest.map((event) =>
    event.type === "expectation checked" ? { ...event, convergenceMilliseconds: 1_500 } : event,
  );
  return historyOf([toldRun([before, ...slow]), toldRun(passed)]);
}

describe("an HTML report", () => {
  const runs: Readonly<Record<string, () => readonly RunEvent[]>> = {
    ...Object.fromEntries(Object.entries(sampleRuns).map(([name, events]) => [name, () => events])),
    "cut short": () => passed.slice(0, 5),
    "told with everything": thoroughRun,
    hostile: hostileRun,
  };

  for (const [name, events] of Object.entries(runs)) {
    it(`has one place for each id, and a place for each link: ${name}`, () => {
      const html = pageOf(events(), history());
      const ids = matches(html, /\sid="([^"]*)"/g);
      expect(ids).to.deep.equal([...new Set(ids)]);
      const links = matches(html, /\shref="#([^"]*)"/g);
      expect(links.filter((link) => !ids.includes(link))).to.deep.equal([]);
      const labels = matches(html, /\saria-labelledby="([^"]*)"/g);
      expect(labels.filter((label) => !ids.includes(label))).to.deep.equal([]);
    });
  }

  const headings: Readonly<Record<string, readonly [string, string]>> = {
    passed: ["passed", "5 passed, 0 failed, 0 inconclusive, 0 leftovers (12.4 s)"],
    failed: ["failed", "4 passed, 2 failed, 0 inconclusive, 0 leftovers (12.4 s)"],
    inconclusive: ["inconclusive", "4 passed, 0 failed, 1 inconclusive, 0 leftovers (12.4 s)"],
    interrupted: ["interrupted", "2 passed, 0 failed, 0 inconclusive, 0 leftovers, interrupted (12.4 s)"],
    "cut short": ["cut-short", "The run was cut short"],
  };
  for (const [name, [mark, heading]] of Object.entries(headings)) {
    it(`says first how the run went: ${name}`, () => {
      const html = pageOf(runs[name]?.() ?? []);
      expect(matches(html, /<span class="mark ([^"]*)">/g)[0]).to.equal(mark);
      expect(matches(html, /<h1>(.*?)<\/h1>/gs).map(textOf)).to.deep.equal([heading]);
    });
  }

  it("lists what was not as expected, each with a link to it", () => {
    const html = pageOf(sampleRuns.failed ?? []);
    const [list = ""] = matches(html, /<ol class="attention">(.*?)<\/ol>/gs);
    expect(matches(list, /href="#([^"]*)"/g)).to.deep.equal([
      "dynamodb/transparent-encryption/2/1",
      "dynamodb/transparent-encryption/2/2",
    ]);
    expect(textOf(list)).to.equal(
      "✘ failed dynamodb/transparent-encryption user: GetItem table id=1it was denied" +
        "✘ failed dynamodb/transparent-encryption user: DescribeTable tableit was allowed, but kms:Decrypt should be denied",
    );
  });

  it("shows who could do what, with the layer that decided", () => {
    const [matrix = ""] = matches(pageOf(passed), /<table class="access">(.*?)<\/table>/gs);
    const rows = matches(matrix, /<tr>(.*?)<\/tr>/gs).map((row) =>
      matches(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs).map(textOf),
    );
    expect(rows).to.deep.equal([
      ["Attempt", "admin", "user"],
      ["DescribeTable table", "✔ allowed by identity policy", "✔ allowed by identity policy"],
      ["GetItem table id=1", "✔ allowed by key policy", "✘ denied kms:Decrypt by identity policy"],
    ]);
  });

  it("unfolds what did not pass, and folds the rest", () => {
    const open = (events: readonly RunEvent[]) =>
      matches(pageOf(events), /<details class="check" id="([^"]*)"[^>]*\sopen/g);
    expect(open(passed)).to.deep.equal([]);
    expect(open(sampleRuns.failed ?? [])).to.deep.equal([
      "dynamodb/transparent-encryption/2/1",
      "dynamodb/transparent-encryption/2/2",
    ]);
  });

  it("marks the statement that decided, and links it and what it decided", () => {
    const html = pageOf(thoroughRun());
    const place = "dynamodb/transparent-encryption/policy-1/statement-2";
    const [statement = ""] = matches(html, new RegExp(`<div id="${place}" class="decided">(.*?)</div>`, "gs"));
    expect(matches(statement, /href="#([^"]*)"/g)).to.deep.equal(["dynamodb/transparent-encryption/1/3"]);
    expect(textOf(statement)).to.match(/^Decided ?1\.3 ?\{ "Sid": "Use", "Effect": "Allow"/);
    const [check = ""] = matches(
      html,
      /<details class="check" id="dynamodb\/transparent-encryption\/1\/3"(.*?)<\/details>/gs,
    );
    expect(matches(check, /href="#([^"]*)"/g)).to.deep.equal([place, "dynamodb/transparent-encryption/1/3"]);
  });

  it("shows every attempt of a scenario that was tried again", () => {
    const html = pageOf(thoroughRun());
    expect(matches(html, /<article class="scenario" id="([^"]*)"/g)).to.deep.equal([
      "dynamodb/transparent-encryption",
      "dynamodb/transparent-encryption@attempt-2",
    ]);
    expect(matches(html, /<span class="run">(.*?)<\/span>/gs).map(textOf)).to.deep.equal([
      "attempt 1 of 2, tried again",
      "attempt 2 of 2",
    ]);
  });

  it("links a denial to the event of CloudTrail that recorded it", () => {
    const html = pageOf(thoroughRun());
    expect(html).to.include('<a href="#dynamodb/transparent-encryption/1/event-1"><code>request-1</code></a>');
    expect(html).to.include('<tr id="dynamodb/transparent-encryption/1/event-1">');
  });

  it("shows every explanation that was told", () => {
    const explained = thoroughRun().filter((event) => event.type === "expectation checked" && event.explanation);
    expect(explained).to.have.length.greaterThan(20);
    expect(matches(pageOf(thoroughRun()), /<ul class="(tree)">/g)).to.have.lengthOf(explained.length);
  });

  it("shows the trend only where there is one", () => {
    expect(pageOf(passed)).not.to.include("Trend");
    const [section = ""] = matches(pageOf(passed, history()), /<section aria-labelledby="trend">(.*?)<\/section>/gs);
    expect(matches(section, /<title>(.*?)<\/title>/gs)).to.deep.equal([
      "20260101T100000-000001: 4 passed, 2 failed, 0 inconclusive",
      "20260102T100000-a1b2c3: 5 passed, 0 failed, 0 inconclusive",
    ]);
    expect(matches(section, /<li>(.*?)<\/li>/gs).map(textOf)).to.deep.equal([
      "dynamodb/transparent-encryption: user GetItem table id=1 in the phase “The user becomes a key user” on local: 1 of 2 passed",
    ]);
    expect(textOf(section)).to.include("1.5 s1.5 s1.5 s1");
  });

  it("lets nothing in but its own styles and its own script", () => {
    const [policy = ""] = matches(pageOf(passed), /http-equiv="Content-Security-Policy" content="([^"]*)"/g);
    expect(policy.replaceAll(/sha256-[^' &]*/g, "sha256-…").replaceAll("&#39;", "'")).to.equal(
      "default-src 'none'; style-src 'sha256-…'; script-src 'sha256-…'; img-src data:; base-uri 'none'; form-action 'none'",
    );
  });

  it("takes no text for anything but text", () => {
    const html = pageOf(hostileRun(), history());
    expect(html).not.to.include("<img");
    expect(matches(html, /<(\/?script)\b/g)).to.deep.equal(["script", "/script"]);
    expect(matches(html, /<(\/?style)\b/g)).to.deep.equal(["style", "/style"]);
    expect(html).to.include("&lt;/script>&lt;/style>&lt;img src=x onerror=&quot;");
    expect(html).not.to.include(hostile);
  });

  it("stays below 10 MB with 55 scenarios that were told with everything", () => {
    const [first, ...rest] = thoroughRun();
    const scenario = rest.slice(0, (rest.length - 1) / 2);
    if (first === undefined) throw new Error("There is no run.");
    const many = Array.from({ length: 55 }, (_, index) =>
      scenario.map((event) => ("scenario" in event ? { ...event, scenario: `area/scenario-${index}` } : event)),
    );
    const html = pageOf([first, ...many.flat(), ...rest.slice(-1)]);
    expect(matches(html, /<details class="(check)"/g).length).to.be.greaterThan(700);
    expect(html.length).to.be.lessThan(10_000_000);
  });
});
