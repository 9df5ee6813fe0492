import type { ScenarioEnded } from "../events.ts";
import { isUnsupported } from "../isUnsupported.ts";
import { printable, printableLines } from "./printable.ts";
import { problemText } from "./problemText.ts";

/** What went wrong in a scenario outside its expectations, and what it left behind. */
export function troubleLines(ended: ScenarioEnded): string[] {
  const { outcome, problems, leftovers } = ended;
  const label = isUnsupported(ended) ? "UNSUPPORTED THERE" : outcome === "skipped" ? "SKIPPED" : "BROKEN";
  const wasBegun = outcome !== "skipped" || isUnsupported(ended);
  return [
    ...problems.flatMap((problem) => {
      const [first = "", ...others] = printableLines(wasBegun ? problemText(problem) : problem.message);
      return [`${label} ${first}`, ...others];
    }),
    ...leftovers.map((leftover) => `LEFT BEHIND ${printable(leftover)}`),
  ];
}
