import { isUnsupported } from "../isUnsupported.ts";
import { outcomeText } from "../outcomeText.ts";
import type { ScenarioRecord } from "../runRecord.ts";
import { failureLines } from "../text/failureLines.ts";
import { printable, printableLines } from "../text/printable.ts";
import { problemText } from "../text/problemText.ts";
import type { Annotation } from "./workflowCommand.ts";

/** What of a scenario that is over deserves an annotation. An attempt that is tried again deserves none. */
export function annotations({ started, phases, ended }: ScenarioRecord): Annotation[] {
  if (ended === undefined || ended.triedAgain) return [];
  const { scenario, attempt } = started;
  const { outcome, problems, leftovers } = ended;
  const wasBegun = outcome !== "skipped" || isUnsupported(ended);
  const bad = phases.flatMap(({ checks }) => checks).filter(({ verdict }) => verdict !== "passed");
  return [
    ...bad.map((check): Annotation => ({
      level: check.verdict === "failed" ? "error" : "warning",
      title: printable(`${scenario}: ${check.phase}`),
      message: failureLines(check).join("\n"),
    })),
    ...problems.map((problem): Annotation => ({
      level: outcome === "skipped" ? "notice" : "error",
      title: `${scenario}: ${outcome === "skipped" ? outcomeText(ended) : "broken"}`,
      message: printableLines(wasBegun ? problemText(problem) : problem.message).join("\n"),
    })),
    ...leftovers.map((leftover): Annotation => ({
      level: "error",
      title: `${scenario}: left behind`,
      message: printable(leftover),
    })),
    ...(attempt > 1 && outcome === "passed" ? [flaky(scenario, attempt)] : []),
  ];
}

function flaky(scenario: string, attempt: number): Annotation {
  return { level: "warning", title: `${scenario}: flaky`, message: `It passed only at attempt ${attempt}.` };
}
