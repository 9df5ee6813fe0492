import type { RunEvent } from "../../reporters/events.ts";
import type { Reporter } from "../../reporters/reporter.ts";
import type { Output } from "../../reporters/screen.ts";
import { summaryLine } from "../../reporters/text/summaryLine.ts";

/** Tells no more of a run than how it ended. */
export class SummaryReporter implements Reporter {
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  on(event: RunEvent): void {
    if (event.type === "run ended") this.#output.print(summaryLine(event));
  }
}
