import { isUnsupported } from "../reporters/isUnsupported.ts";
import type { ExpectationChecked, RunEvent, RunSummary, ScenarioEnded } from "../reporters/events.ts";

/**
 * Counts what the summary of a run says. An attempt that is tried again counts only for what it left behind, and so does a scenario
 * that the target could not carry to its end.
 */
export class Tally {
  readonly #verdicts: ExpectationChecked["verdict"][] = [];
  readonly #ended: ScenarioEnded[] = [];
  #verdictsOfAttempt: ExpectationChecked["verdict"][] = [];
  #attempt = 1;
  #flaky = 0;
  #leftovers = 0;

  count(event: RunEvent): void {
    switch (event.type) {
      case "scenario started":
        this.#attempt = event.attempt;
        this.#verdictsOfAttempt = [];
        break;
      case "expectation checked":
        this.#verdictsOfAttempt.push(event.verdict);
        break;
      case "scenario ended":
        this.#leftovers += event.leftovers.length;
        if (!event.triedAgain) this.#end(event);
    }
  }

  /** @param wanted how many runs of scenarios there should have been */
  summary(wanted: number, interrupted: boolean): RunSummary {
    const skipped = this.#ended.filter(({ outcome }) => outcome === "skipped").length;
    const unsupported = this.#ended.filter(isUnsupported).length;
    return {
      passed: this.#count("passed"),
      failed: this.#count("failed"),
      inconclusive: this.#count("inconclusive"),
      leftovers: this.#leftovers,
      broken: this.#ended.filter(({ problems }) => problems.length > 0).length - skipped,
      skipped,
      ...(unsupported > 0 && { unsupported }),
      flaky: this.#flaky,
      notRun: wanted - this.#ended.length,
      interrupted,
    };
  }

  #end(event: ScenarioEnded): void {
    this.#ended.push(event);
    if (!isUnsupported(event)) this.#verdicts.push(...this.#verdictsOfAttempt);
    if (this.#attempt > 1 && event.outcome === "passed") this.#flaky += 1;
  }

  #count(wanted: ExpectationChecked["verdict"]): number {
    return this.#verdicts.filter((verdict) => verdict === wanted).length;
  }
}
