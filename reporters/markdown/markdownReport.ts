import { countedRuns, type CountedRun } from "../countedRuns.ts";
import { outcomeText } from "../outcomeText.ts";
import { notRunScenarios } from "../notRunScenarios.ts";
import type { ScenarioRecord } from "../runRecord.ts";
import { duration } from "../text/duration.ts";
import { failureLines } from "../text/failureLines.ts";
import { markdownTable } from "../text/markdownTable.ts";
import { pendingKeyLines } from "../text/pendingKeyLines.ts";
import { isGood, summaryLine } from "../text/summaryLine.ts";
import { troubleLines } from "../text/troubleLines.ts";
import type { ToldRun } from "../toldRun.ts";
import { codeBlock } from "./codeBlock.ts";
import { markdownText } from "./markdownText.ts";

/** How much is told: `all`, or the figures without what is not as expected. */
export type Extent = "all" | "figures";

/** A run as a page of Markdown: the figures, a line for each scenario, and what is not as expected in full. */
export function markdownReport(run: ToldRun, extent: Extent = "all"): string {
  const counted = countedRuns(run.scenarios);
  const notRun = notRunScenarios(run);
  const bad = counted.filter(({ last, earlier }) => earlier.length > 0 || !isAsExpected(last));
  const keys = run.scenarios.flatMap(({ ended }) => ended?.pendingKeys ?? []);
  const paragraphs = [
    `## ${heading(run)}`,
    about(run),
    counted.length === 0 ? "No scenario was begun." : table(counted),
    ...(notRun.length === 0 ? [] : [`Not run: ${notRun.map((id) => `\`${id}\``).join(", ")}.`]),
    ...(extent === "all" ? bad.flatMap(details) : []),
    ...(keys.length === 0 ? [] : folded("Keys pending deletion", pendingKeyLines(keys).slice(1))),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function heading({ ended }: ToldRun): string {
  if (ended === undefined) return "✘ The run was cut short";
  return `${isGood(ended.summary) ? "✔" : "✘"} ${summaryLine(ended)}`;
}

function about({ started }: ToldRun): string {
  const { target, runId, shard, seed, versions } = started;
  const facts = [
    `Run ${runId}`,
    ...(shard === undefined ? [] : [`shard ${shard.index} of ${shard.of}`]),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
    ...Object.entries(versions).map(([name, version]) => `${name} ${version}`),
  ];
  return `Target ${markdownText(target.name)}: ${markdownText(target.summary)}\n${markdownText(facts.join(", "))}`;
}

function table(counted: readonly CountedRun[]): string {
  const rows = counted.map(({ last: { started, phases, ended }, earlier }) => {
    const checks = phases.flatMap(({ checks }) => checks);
    const count = (wanted: string) => String(checks.filter(({ verdict }) => verdict === wanted).length);
    return [
      `\`${started.scenario}\`${started.repetition === 1 ? "" : ` (repetition ${started.repetition})`}`,
      `${outcomeCell(ended)}${earlier.length === 0 ? "" : `, attempt ${started.attempt}`}`,
      ...["passed", "failed", "inconclusive"].map(count),
      ended === undefined ? "" : duration(ended.milliseconds),
    ];
  });
  return markdownTable(["Scenario", "Outcome", "Passed", "Failed", "Inconclusive", "Time"], rows);
}

function outcomeCell(ended: ScenarioRecord["ended"]): string {
  const marks: Readonly<Record<string, string>> = { passed: "✔", failed: "✘", skipped: "–" };
  return ended === undefined ? "? cut short" : `${marks[ended.outcome] ?? "?"} ${outcomeText(ended)}`;
}

function isAsExpected({ phases, ended }: ScenarioRecord): boolean {
  const checks = phases.flatMap(({ checks }) => checks);
  return ended?.outcome === "passed" && checks.every(({ verdict }) => verdict === "passed");
}

/** A run of a scenario that was not as expected, with its earlier attempts. */
function details({ last, earlier }: CountedRun): string[] {
  return [...earlier, last].flatMap((run) => {
    const { started, phases, ended } = run;
    const lines = [
      ...phases.flatMap(({ checks }) => checks.filter(({ verdict }) => verdict !== "passed").flatMap(failureLines)),
      ...(ended === undefined ? ["The run was cut short."] : troubleLines(ended)),
    ];
    const attempt = earlier.length === 0 ? "" : `, attempt ${started.attempt}`;
    return lines.length === 0 ? [] : folded(`${started.scenario}${attempt}: ${outcomeCell(ended)}`, lines);
  });
}

function folded(title: string, lines: readonly string[]): string[] {
  return [`<details><summary>${markdownText(title)}</summary>`, codeBlock(lines).join("\n"), "</details>"];
}
