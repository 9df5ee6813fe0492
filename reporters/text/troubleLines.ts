import type { ScenarioEnded } from "../events.ts";
import { printable, printableLines } from "./printable.ts";
import { problemText } from "./problemText.ts";

/** What went wrong in a scenario outside its expectations, and what it left behind. */
export function troubleLines({ outcome, problems, leftovers }: ScenarioEnded): string[] {
  const label = outcome === "skipped" ? "SKIPPED" : "BROKEN";
  return [
    ...problems.flatMap((problem) => {
      const [first = "", ...others] = printableLines(outcome === "skipped" ? problem.message : problemText(problem));
      return [`${label} ${first}`, ...others];
    }),
    ...leftovers.map((leftover) => `LEFT BEHIND ${printable(leftover)}`),
  ];
}
