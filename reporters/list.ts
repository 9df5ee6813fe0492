import type { RunEnded, RunEvent, RunStarted } from "./events.ts";
import type { Reporter } from "./reporter.ts";
import { RunRecord } from "./runRecord.ts";
import type { Screen } from "./screen.ts";
import { pendingKeyLines } from "./text/pendingKeyLines.ts";
import { printable } from "./text/printable.ts";
import { progressLines } from "./text/progressLines.ts";
import { runText } from "./text/runText.ts";
import { scenarioLines } from "./text/scenarioLines.ts";
import { isGood, summaryLine } from "./text/summaryLine.ts";

/** How often the progress is drawn anew while nothing happens, so that people see that it lives. */
const everyMs = 100;

/** Tells a run in a terminal: progress in place while a scenario runs, its access matrix when it is over. */
export class ListReporter implements Reporter {
  readonly #screen: Screen;
  readonly #now: () => number;
  readonly #record = new RunRecord();
  #timer: NodeJS.Timeout | undefined;

  /** @param now the time of day in milliseconds, by the clock that stamps the events. */
  constructor(screen: Screen, now: () => number = Date.now) {
    this.#screen = screen;
    this.#now = now;
  }

  on(event: RunEvent): void {
    this.#record.add(event);
    switch (event.type) {
      case "run started":
        this.#begin(event);
        break;
      case "scenario ended":
        this.#screen.print(scenarioLines(this.#record.scenario(event.scenario), this.#screen).join("\n"));
        break;
      case "run ended":
        this.#end(event);
        return;
    }
    this.#draw();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#screen.show("");
  }

  #begin(event: RunStarted): void {
    const { bold, dim } = this.#screen.colors;
    const { target } = event;
    this.#screen.print(`${bold(`Target ${target.name}:`)} ${printable(target.summary)}`);
    this.#screen.print(dim(runText(event)));
    this.#timer = setInterval(() => this.#draw(), everyMs).unref();
  }

  #draw(): void {
    const running = this.#record.scenarios.filter(({ ended }) => ended === undefined);
    const lines = running.flatMap((scenario) => progressLines(scenario, this.#now(), this.#screen));
    this.#screen.show(lines.join("\n"));
  }

  #end(event: RunEnded): void {
    this.close();
    const { green, red, bold } = this.#screen.colors;
    const keys = pendingKeyLines(this.#record.scenarios.flatMap(({ ended }) => ended?.pendingKeys ?? []));
    const last = bold((isGood(event.summary) ? green : red)(summaryLine(event)));
    this.#screen.print(["", ...keys, ...(keys.length > 0 ? [""] : []), last].join("\n"));
  }
}
