import { writeFileSync } from "node:fs";
import type { EarlierRuns } from "../earlierRuns.ts";
import type { RunEvent } from "../events.ts";
import { historyOf } from "../history/historyOf.ts";
import type { Reporter } from "../reporter.ts";
import { RunRecord } from "../runRecord.ts";

/**
 * Writes the run as an HTML page when it is over; none if it never began. Only the user may read a file that it makes: it names
 * their resources.
 */
export class HtmlReporter implements Reporter {
  readonly #path: string;
  readonly #earlier: EarlierRuns;
  readonly #record = new RunRecord();

  /** @param earlier the runs that the page compares this one with; absent: it compares it with none */
  constructor(path: string, earlier: EarlierRuns = async () => []) {
    this.#path = path;
    this.#earlier = earlier;
  }

  on(event: RunEvent): void {
    this.#record.add(event);
  }

  async close(): Promise<void> {
    const { started, scenarios, ended } = this.#record;
    if (started === undefined) return;
    // Loaded only where it is used: what makes pages would hold up every start of the command.
    const { htmlReport } = await import("./htmlReport.tsx");
    const run = { started, scenarios, ended };
    const others = (await this.#earlier(started)).filter((other) => other.started.runId !== started.runId);
    const page = htmlReport({ run, history: others.length > 0 ? historyOf([...others, run]) : undefined });
    writeFileSync(this.#path, page, { mode: 0o600 });
  }
}
