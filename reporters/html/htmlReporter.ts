import { writeFileSync } from "node:fs";
import type { RunEvent } from "../events.ts";
import type { Reporter } from "../reporter.ts";
import { RunRecord } from "../runRecord.ts";
import type { Trend } from "./trend.ts";

/**
 * Writes the run as an HTML page when it is over; none if it never began. Only the user may read a file that it makes: it names
 * their resources.
 */
export class HtmlReporter implements Reporter {
  readonly #path: string;
  readonly #trend: Trend | undefined;
  readonly #record = new RunRecord();

  /** @param trend the latest runs, this one included, where the page is to show them */
  constructor(path: string, trend?: Trend) {
    this.#path = path;
    this.#trend = trend;
  }

  on(event: RunEvent): void {
    this.#record.add(event);
  }

  async close(): Promise<void> {
    const { started, scenarios, ended } = this.#record;
    if (started === undefined) return;
    // Loaded only where it is used: what makes pages would hold up every start of the command.
    const { htmlReport } = await import("./htmlReport.tsx");
    const page = htmlReport({ run: { started, scenarios, ended }, trend: this.#trend });
    writeFileSync(this.#path, page, { mode: 0o600 });
  }
}
