import { writeFileSync } from "node:fs";
import type { RunEvent, RunStarted } from "../events.ts";
import type { Reporter } from "../reporter.ts";
import { RunRecord } from "../runRecord.ts";
import type { Trend } from "./trend.ts";

/** Finds out about the latest runs, the one that has started so included; nothing where there is nothing to compare. */
type TrendReader = (started: RunStarted) => Promise<Trend | undefined>;

/**
 * Writes the run as an HTML page when it is over; none if it never began. Only the user may read a file that it makes: it names
 * their resources.
 */
export class HtmlReporter implements Reporter {
  readonly #path: string;
  readonly #readTrend: TrendReader | undefined;
  readonly #record = new RunRecord();

  /** @param readTrend finds out about the latest runs when this one is over, where the page is to show them */
  constructor(path: string, readTrend?: TrendReader) {
    this.#path = path;
    this.#readTrend = readTrend;
  }

  on(event: RunEvent): void {
    this.#record.add(event);
  }

  async close(): Promise<void> {
    const { started, scenarios, ended } = this.#record;
    if (started === undefined) return;
    // Loaded only where it is used: what makes pages would hold up every start of the command.
    const { htmlReport } = await import("./htmlReport.tsx");
    const trend = await this.#readTrend?.(started);
    const page = htmlReport({ run: { started, scenarios, ended }, trend });
    writeFileSync(this.#path, page, { mode: 0o600 });
  }
}
