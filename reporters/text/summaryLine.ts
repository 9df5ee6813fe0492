import type { RunEnded, RunSummary } from "../events.ts";
import { duration } from "./duration.ts";

/** The last line of a run. */
export function summaryLine({ summary, milliseconds }: RunEnded): string {
  const {
    passed,
    failed,
    inconclusive,
    leftovers,
    broken,
    skipped,
    unsupported = 0,
    flaky,
    notRun,
    interrupted,
  } = summary;
  return [
    `${passed} passed, ${failed} failed, ${inconclusive} inconclusive, ${leftovers} leftovers`,
    broken === 0 ? "" : `, ${scenarios(broken)} broken`,
    skipped === unsupported ? "" : `, ${scenarios(skipped - unsupported)} skipped`,
    unsupported === 0 ? "" : `, ${scenarios(unsupported)} unsupported there`,
    flaky === 0 ? "" : `, ${scenarios(flaky)} flaky`,
    notRun === 0 ? "" : `, ${scenarios(notRun)} not run`,
    interrupted ? ", interrupted" : "",
    ` (${duration(milliseconds)})`,
  ].join("");
}

/** Whether everything was as expected, and nothing is left. A run that proved nothing is not good. */
export function isGood({ passed, failed, inconclusive, leftovers, broken, interrupted }: RunSummary): boolean {
  return passed > 0 && failed + inconclusive + leftovers + broken === 0 && !interrupted;
}

/** Whether nothing is wrong but that some answers did not settle. */
export function isOnlyInconclusive({ passed, inconclusive, ...rest }: RunSummary): boolean {
  return inconclusive > 0 && isGood({ ...rest, passed: passed + inconclusive, inconclusive: 0 });
}

function scenarios(count: number): string {
  return `${count} ${count === 1 ? "scenario" : "scenarios"}`;
}
