import { appendFileSync } from "node:fs";
import type { RunEvent } from "../events.ts";
import { PlainReporter } from "../plain.ts";
import type { Reporter } from "../reporter.ts";
import { RunRecord } from "../runRecord.ts";
import type { Output } from "../screen.ts";
import { annotations } from "./annotations.ts";
import { summaryText } from "./summaryText.ts";
import { withoutCommands } from "./withoutCommands.ts";
import { workflowCommand } from "./workflowCommand.ts";

/**
 * Tells a run to GitHub Actions: plain lines in the log, annotations of what is not as expected, and the summary of the job's
 * step.
 */
export class GithubReporter implements Reporter {
  readonly #output: Output;
  readonly #plain: PlainReporter;
  readonly #summaryFile: string | undefined;
  readonly #record = new RunRecord();

  /** @param summaryFile what the step's `GITHUB_STEP_SUMMARY` names; absent: no summary is written. */
  constructor(output: Output, summaryFile: string | undefined) {
    this.#output = output;
    this.#plain = new PlainReporter({ print: (text) => output.print(withoutCommands(text)) });
    this.#summaryFile = summaryFile;
  }

  on(event: RunEvent): void {
    this.#plain.on(event);
    this.#record.add(event);
    if (event.type !== "scenario ended") return;
    for (const annotation of annotations(this.#record.scenario(event.scenario))) {
      this.#output.print(workflowCommand(annotation));
    }
  }

  close(): void {
    const { started, scenarios, ended } = this.#record;
    if (started === undefined || this.#summaryFile === undefined) return;
    // Other steps' lines may be there already.
    appendFileSync(this.#summaryFile, summaryText({ started, scenarios, ended }));
  }
}
