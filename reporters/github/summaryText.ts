import { markdownReport } from "../markdown/markdownReport.ts";
import type { ToldRun } from "../toldRun.ts";

/** How long the summary of a step may be, in bytes. Source: GitHub Actions, Workflow commands, Step isolation and limits. */
const limit = 1024 * 1024;

/** A run as the summary of a step. GitHub shows none that is too long: then what is not as expected is left out. */
export function summaryText(run: ToldRun): string {
  const whole = `${markdownReport(run)}\n`;
  if (Buffer.byteLength(whole) < limit) return whole;
  return `${markdownReport(run, "figures")}\nThe details are too long for this page: they are in the other reports.\n\n`;
}
