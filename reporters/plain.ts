import type { ExpectationChecked, RunEvent, ScenarioEnded } from "./events.ts";
import type { Reporter } from "./reporter.ts";
import { outcomeText } from "./outcomeText.ts";
import { RunRecord } from "./runRecord.ts";
import type { Output } from "./screen.ts";
import { runText } from "./text/runText.ts";
import { changesText } from "./text/changesText.ts";
import { duration } from "./text/duration.ts";
import { failureLines } from "./text/failureLines.ts";
import { hidesLayer, observed } from "./text/observed.ts";
import { pendingKeyLines } from "./text/pendingKeyLines.ts";
import { printable } from "./text/printable.ts";
import { summaryLine } from "./text/summaryLine.ts";
import { troubleLines } from "./text/troubleLines.ts";

/** Tells a run as plain lines, each as it happens: for logs, pipes and terminals that cannot do more. */
export class PlainReporter implements Reporter {
  readonly #output: Output;
  readonly #record = new RunRecord();

  constructor(output: Output) {
    this.#output = output;
  }

  on(event: RunEvent): void {
    this.#record.add(event);
    for (const line of this.#tell(event)) this.#output.print(line);
  }

  #tell(event: RunEvent): string[] {
    switch (event.type) {
      case "run started":
        return [`Target ${event.target.name}: ${printable(event.target.summary)}`, runText(event)];
      case "scenario started":
        return ["", `${event.scenario}: ${event.title}`];
      case "phase started":
        return [`  ${event.phase}`];
      case "phase deployed":
        return [`    deployed in ${duration(event.milliseconds)}: ${changesText(event.changes)}`];
      case "expectation checked":
        return checkLines(event);
      case "phase audited":
      case "phase ended":
        return [];
      case "teardown started":
        return ["  teardown"];
      case "scenario ended":
        return this.#scenarioLines(event);
      case "run ended":
        return ["", ...this.#pendingKeys(), summaryLine(event)];
    }
  }

  #scenarioLines(event: ScenarioEnded): string[] {
    const { phases } = this.#record.scenario(event.scenario);
    const note = "    layer not stated: this target does not tell which policy decided";
    return [
      ...(phases.some(({ checks }) => checks.some(hidesLayer)) ? [note] : []),
      ...troubleLines(event).map((line) => `    ${line}`),
      `  ${outcomeText(event)} in ${duration(event.milliseconds)}`,
    ];
  }

  #pendingKeys(): string[] {
    return pendingKeyLines(this.#record.scenarios.flatMap(({ ended }) => ended?.pendingKeys ?? []));
  }
}

function checkLines(check: ExpectationChecked): string[] {
  if (check.verdict !== "passed") return failureLines(check).map((line) => `    ${line}`);
  return [`    passed ${check.principal}: ${check.attempt}: ${observed(check)}`];
}
